package org.gongzhi.federation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to the provider and back, kept in the session it began in as one line of text.
 *
 * @param state comes back in the address; whoever shows another one did not begin here
 * @param nonce comes back inside the provider's word
 * @param verifier is shown only when the code is redeemed (PKCE, RFC 7636)
 * @param back where the provider sends the browser
 * @param account whose account the provider's word has opened, when only the second factor is missing; null before
 */
record Journey(
        Purpose purpose,
        String state,
        String nonce,
        String verifier,
        String back,
        Instant until,
        @Nullable UUID account) {

    static final String NAME = "federation";

    /** Longer than typing a password and a code elsewhere takes. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    enum Purpose {
        SIGN_IN,
        LINK
    }

    static Journey begin(Purpose purpose, String back, Instant now) {
        return new Journey(purpose, secret(), secret(), secret(), back, now.plus(LONGEST), null);
    }

    Journey openedFor(UUID whose) {
        return new Journey(purpose, state, nonce, verifier, back, until, whose);
    }

    boolean isStill(String shown, Instant now) {
        return state.equals(shown) && now.isBefore(until);
    }

    String line() {
        return purpose + "\n" + state + "\n" + nonce + "\n" + verifier + "\n" + back + "\n" + until + "\n"
                + (account == null ? "" : account);
    }

    static Journey parse(String line) {
        String[] parts = line.split("\n", 7);
        return new Journey(
                Purpose.valueOf(parts[0]),
                parts[1],
                parts[2],
                parts[3],
                parts[4],
                Instant.parse(parts[5]),
                parts[6].isEmpty() ? null : UUID.fromString(parts[6]));
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
