package org.gongzhi.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The person concerned has the last word, by their code, for as long as they were told. */
@WindowTest
class JudgingTests {

    private static final Map<String, Object> SOLVED =
            Map.of("solved", true, "contacted", true, "satisfaction", "satisfied");
    private static final Map<String, Object> NOT_SOLVED =
            Map.of("solved", false, "contacted", true, "satisfaction", "unsatisfied", "words", "还是冰凉");

    private final Street street;

    JudgingTests(@Autowired Street street) {
        this.street = street;
    }

    private record Followed(UUID id, String code) {}

    private Followed closed() {
        Street.Said raised = street.raise(Map.of());
        UUID id = street.idOf(raised);
        street.workOff(id);
        return new Followed(id, raised.text("code"));
    }

    private String status(Followed matter) {
        return street.follow(matter.code()).text("status");
    }

    @Test
    void solvedSettlesIt() {
        Followed matter = closed();
        assertThat(street.follow(matter.code()).body().path("may").path("judge").asBoolean())
                .isTrue();
        Street.Said judged = street.withCode("/public/cases/judgement", SOLVED, matter.code());
        assertThat(judged.status()).as("%s", judged).isEqualTo(200);
        assertThat(status(matter)).isEqualTo("settled");
        assertThat(street.follow(matter.code())
                        .body()
                        .path("judgement")
                        .path("solved")
                        .asBoolean())
                .isTrue();
        assertThat(street.withCode("/public/cases/judgement", SOLVED, matter.code())
                        .status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void notSolvedOpensItAgainWithWhoeverHandledItAndItGoesItsWayOnceMore() {
        Followed matter = closed();
        Street.Said judged = street.withCode("/public/cases/judgement", NOT_SOLVED, matter.code());
        assertThat(judged.status()).as("%s", judged).isEqualTo(200);
        assertThat(status(matter)).isEqualTo("handling");
        assertThat(street.ask("/api/demands?view=unsolved", street.secretary)
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(matter.id().toString());
        assertThat(street.ask("/api/todos", street.heating).body().findValuesAsString("subjectId"))
                .contains(matter.id().toString());
        assertThat(street.ask("/api/demands/" + matter.id(), street.secretary)
                        .body()
                        .path("history")
                        .toString())
                .contains("还是冰凉");
        street.finish(matter.id());
        assertThat(street.withCode("/public/cases/judgement", SOLVED, matter.code())
                        .status())
                .isEqualTo(200);
        assertThat(status(matter)).isEqualTo("settled");
    }

    @Test
    void aStaffCallBackLeavesAWeekToSayOtherwise() {
        Followed matter = closed();
        street.must(
                matter.id(),
                "call-back",
                Map.of("valid", true, "contacted", true, "solved", true, "satisfaction", "satisfied"),
                street.clerk);
        assertThat(status(matter)).isEqualTo("settled");
        street.clock.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(street.withCode("/public/cases/judgement", NOT_SOLVED, matter.code())
                        .status())
                .as("on the last second")
                .isEqualTo(200);
        assertThat(status(matter)).isEqualTo("handling");
    }

    @Test
    void afterTheWeekItIsOverAndTheSentenceSaysWhatToDo() {
        Followed matter = closed();
        street.must(
                matter.id(),
                "call-back",
                Map.of("valid", true, "contacted", true, "solved", true, "satisfaction", "basically"),
                street.clerk);
        street.clock.pass(Duration.ofDays(7));
        assertThat(street.follow(matter.code()).body().path("may").path("judge").asBoolean())
                .isFalse();
        Street.Said late = street.withCode("/public/cases/judgement", NOT_SOLVED, matter.code());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("demand.judging-is-over");
        assertThat(late.text("detail")).isNotBlank();
        assertThat(status(matter)).isEqualTo("settled");
    }
}
