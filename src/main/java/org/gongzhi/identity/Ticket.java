package org.gongzhi.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a session holds: one short line of text, so that no class of ours or of a library is ever read back from the session table.
 *
 * @param duty the duty acted under; null for an account without any
 * @param browser what the browser calls itself, shortened; shown in the list of one's own sessions
 */
record Ticket(UUID account, @Nullable UUID duty, Instant signedInAt, String address, String browser) {

    static final String NAME = "ticket";
    private static final int BROWSER_LENGTH = 160;

    Ticket {
        browser = browser.length() > BROWSER_LENGTH ? browser.substring(0, BROWSER_LENGTH) : browser;
    }

    Ticket under(@Nullable UUID otherDuty) {
        return new Ticket(account, otherDuty, signedInAt, address, browser);
    }

    String line() {
        return account + "\n" + (duty == null ? "" : duty) + "\n" + signedInAt + "\n" + address + "\n"
                + browser.replace('\n', ' ');
    }

    /** Who acts, and under which duty: all that each request needs of it. */
    record Holder(UUID account, @Nullable UUID duty) {}

    static Holder holder(String line) {
        String[] parts = line.split("\n", 3);
        return new Holder(UUID.fromString(parts[0]), parts[1].isEmpty() ? null : UUID.fromString(parts[1]));
    }

    static Ticket parse(String line) {
        String[] parts = line.split("\n", 5);
        return new Ticket(
                UUID.fromString(parts[0]),
                parts[1].isEmpty() ? null : UUID.fromString(parts[1]),
                Instant.parse(parts[2]),
                parts[3],
                parts[4]);
    }
}
