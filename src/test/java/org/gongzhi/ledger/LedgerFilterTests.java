package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.ledger.LedgerFilter.Counted;
import org.gongzhi.ledger.LedgerFilter.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerFilterTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "view,urgent",
        "status,done",
        "channel,fax",
        "age,d1",
        "late,yes",
        "raisedFrom,yesterday",
        "department,7",
        "region,朝阳",
        "judged,liked",
        "sort,number",
        "sorted,due"
    })
    void whatCannotBeReadIsRefusedByName(String name, String value) {
        assertThat(LedgerFilter.of(Map.of(name, value), TODAY))
                .isEqualTo(Outcome.invalid(name, LedgerRefusal.FILTER_INVALID, name));
    }

    @Test
    void nothingAskedForIsEverythingNewestFirst() {
        LedgerFilter filter = LedgerFilter.of(Map.of("q", "  "), TODAY).orThrow();
        assertThat(filter.view()).isEqualTo(View.ALL);
        assertThat(filter.byDue()).isFalse();
        assertThat(filter.words()).isNull();
    }

    @Test
    void openWorkComesByDueTimeUnlessAskedOtherwise() {
        assertThat(LedgerFilter.of(Map.of("view", "open"), TODAY).orThrow().byDue())
                .isTrue();
        assertThat(LedgerFilter.of(Map.of("view", "open", "sort", "raised"), TODAY)
                        .orThrow()
                        .byDue())
                .isFalse();
        assertThat(LedgerFilter.of(Map.of("view", "call_back", "sort", "due"), TODAY)
                        .orThrow()
                        .byDue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "d0_3,2026-11-20T16:00:00Z,-",
                "d4_7,2026-11-16T16:00:00Z,2026-11-20T16:00:00Z",
                "d8_15,2026-11-08T16:00:00Z,2026-11-16T16:00:00Z",
                "d16_30,2026-10-24T16:00:00Z,2026-11-08T16:00:00Z",
                "d31,-,2026-10-24T16:00:00Z"
            })
    void ageIsWholeDaysInBeijingAndTheBandsMeetWithoutGap(String age, Instant from, Instant to) {
        LedgerFilter filter = LedgerFilter.of(Map.of("age", age), TODAY).orThrow();
        assertThat(filter.raisedFrom()).isEqualTo(from);
        assertThat(filter.raisedTo()).isEqualTo(to);
    }

    @Test
    void theLastDayIsIncluded() {
        LedgerFilter filter = LedgerFilter.of(Map.of("closedFrom", "2026-11-01", "closedTo", "2026-11-24"), TODAY)
                .orThrow();
        assertThat(filter.happened())
                .isEqualTo(new LedgerFilter.Happened(
                        Counted.CLOSED, Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-24T16:00:00Z")));
    }

    @Test
    void ageAndDaysTogetherMeanBoth() {
        LedgerFilter filter = LedgerFilter.of(Map.of("age", "d4_7", "raisedFrom", "2026-11-19"), TODAY)
                .orThrow();
        assertThat(filter.raisedFrom()).isEqualTo(Instant.parse("2026-11-18T16:00:00Z"));
        assertThat(filter.raisedTo()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    }

    @Test
    void whatIsKeptSaysNothingOfThePage() {
        assertThat(LedgerFilter.kept(Map.of("view", "open", "after", "x", "limit", "50", "q", "")))
                .isEqualTo(Map.of("view", "open"));
    }
}
