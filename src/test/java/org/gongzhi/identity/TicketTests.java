package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gongzhi.kernel.Ids;
import org.junit.jupiter.api.Test;

class TicketTests {

    private static final Instant NOW = Instant.parse("2026-11-24T07:10:00.123456Z");

    @Test
    void isReadAsItWasWritten() {
        var ticket = new Ticket(Ids.next(), Ids.next(), NOW, "127.0.0.2", "Mozilla/5.0 (X11)");
        assertThat(Ticket.parse(ticket.line())).isEqualTo(ticket);
        assertThat(Ticket.parse(ticket.under(null).line())).isEqualTo(ticket.under(null));
    }

    @Test
    void aBrowsersNameCannotForgeALine() {
        var ticket = new Ticket(Ids.next(), null, NOW, "127.0.0.2", "a\nb\nc" + "x".repeat(500));
        Ticket read = Ticket.parse(ticket.line());
        assertThat(read.account()).isEqualTo(ticket.account());
        assertThat(read.browser()).startsWith("a b c").hasSizeLessThanOrEqualTo(160);
    }
}
