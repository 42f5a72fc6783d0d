package org.gongzhi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.todo.TodoEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** The level above answers once, the sender reads it, and nobody else has part in it. */
@GongzhiTest
@Import(ActingAs.class)
class AnswerSuggestionTests {

    private final Asking asking;
    private final ActingAs acting;
    private final Actor clerk;
    private final Actor colleague;
    private final Actor officer;
    private final Actor district;
    private final Actor administrator;

    AnswerSuggestionTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        this.asking = new Asking(context);
        this.acting = acting;
        clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_CLERK);
        colleague = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY);
        officer = asking.someone(RegionFixtures.JIANWAI, DutyKind.STREET_OFFICER);
        district = asking.someone(RegionFixtures.CHAOYANG, DutyKind.DISTRICT_OFFICER);
        administrator = asking.someone(RegionFixtures.CHAOYANG, DutyKind.SYSTEM_ADMINISTRATOR);
    }

    private String sent(Actor sender) throws Exception {
        acting.is(sender);
        return asking.ask(asking.sending(
                        "/api/suggestions",
                        asking.key(),
                        Map.of("kind", "complaint", "words", "派来的单子字太小", "page", "/demands/:id")))
                .text("id");
    }

    private Said answer(Actor by, String id, String words) throws Exception {
        acting.is(by);
        return asking.ask(asking.sending("/api/suggestions/" + id + "/answer", asking.key(), Map.of("words", words)));
    }

    private Said read(Actor by, String id) throws Exception {
        acting.is(by);
        return asking.ask(asking.sending("/api/suggestions/" + id + "/read", asking.key(), Map.of()));
    }

    private Said seen(Actor by, String id) throws Exception {
        acting.is(by);
        return asking.ask(get("/api/suggestions/" + id));
    }

    private List<String> open(String id) {
        return asking.owner()
                .query(
                        "select step from todo where subject_id = ? and closed_at is null",
                        (row, _) -> row.getString("step"),
                        UUID.fromString(id));
    }

    @Test
    void theLevelAboveAnswersOnceAndTheSenderReadsIt() throws Exception {
        String id = sent(clerk);
        assertThat(open(id)).containsExactly("answer_suggestion");
        assertThat(seen(officer, id).body().path("mayAnswer").asBoolean()).isTrue();
        assertThat(seen(clerk, id).body().path("mayAnswer").asBoolean()).isFalse();
        assertThat(read(clerk, id).text("code")).isEqualTo("suggestion.not-answered-yet");
        assertThat(answer(officer, id, "").text("code")).isEqualTo("suggestion.words-missing");
        assertThat(answer(officer, id, "下一版放大").status()).isEqualTo(200);
        assertThat(answer(officer, id, "再说一遍").text("code")).isEqualTo("suggestion.answered-already");
        assertThat(open(id)).containsExactly("read_answer");
        Said page = seen(clerk, id);
        assertThat(page.body().path("answer").path("words").asString()).isEqualTo("下一版放大");
        assertThat(page.body().path("answer").path("by").asString()).contains("周敏");
        assertThat(page.body().has("readAt")).isFalse();
        acting.is(clerk);
        assertThat(asking.ask(get("/api/todos").param("limit", "100")).body().toString())
                .contains("read_answer", "/suggestions/" + id);
        assertThat(read(officer, id).text("code")).isEqualTo("suggestion.only-the-sender");
        assertThat(read(clerk, id).text("status")).isEqualTo("answered");
        assertThat(read(clerk, id).status()).isEqualTo(200);
        assertThat(open(id)).isEmpty();
        assertThat(seen(officer, id).body().has("readAt")).isTrue();
        assertThat(asking.owner()
                        .queryForList(
                                "select action from audit_entry where subject_id = ? order by at, id",
                                String.class,
                                UUID.fromString(id)))
                .containsExactly("suggestion.send", "suggestion.answer", "suggestion.read");
    }

    @Test
    void onlyTheLevelAddressedAnswersWhileThoseAboveItRead() throws Exception {
        String id = sent(clerk);
        assertThat(answer(district, id, "区里来答").text("code")).isEqualTo("suggestion.only-the-level-above");
        assertThat(seen(district, id).status()).isEqualTo(200);
        for (Actor other : List.of(colleague, administrator)) {
            assertThat(seen(other, id).status()).as(other.duty().name()).isEqualTo(404);
            assertThat(answer(other, id, "我来答").status()).isEqualTo(404);
        }
        assertThat(seen(clerk, UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotAnsweredInTimeGoesUpAndMayBeAnsweredThere(
            @Autowired SuggestionListener listener, @Autowired Transactions transactions) throws Exception {
        String id = sent(clerk);
        UUID subject = UUID.fromString(id);
        var late = new TodoEvent.Item(
                UUID.randomUUID(),
                "suggestion",
                subject,
                "answer_suggestion",
                RegionFixtures.YONGANLI,
                RegionFixtures.JIANWAI,
                RegionFixtures.CHAOYANG);
        assertThat(answer(district, id, "还不该我答").text("code")).isEqualTo("suggestion.only-the-level-above");
        asking.owner()
                .update(
                        "update suggestion set asked_at = asked_at - interval '90 days', warn_at = warn_at - interval '90 days', due_at = due_at - interval '90 days' where id = ?",
                        subject);
        for (int i = 0; i < 2; i++) {
            transactions
                    .write(Actor.worker("时限"), () -> {
                        listener.on(new TodoEvent.Escalated(
                                List.of(
                                        late,
                                        new TodoEvent.Item(
                                                UUID.randomUUID(),
                                                "demand",
                                                subject,
                                                "accept",
                                                RegionFixtures.YONGANLI,
                                                RegionFixtures.JIANWAI,
                                                RegionFixtures.CHAOYANG)),
                                Instant.now(Clock.system(Time.ZONE))));
                        return Outcome.done(true);
                    })
                    .orThrow();
        }
        assertThat(open(id))
                .as("where it was, and above, once")
                .containsExactly("answer_suggestion", "answer_suggestion");
        acting.is(district);
        assertThat(asking.ask(get("/api/todos").param("limit", "100")).body().toString())
                .contains("/suggestions/" + id, "建外街道超期未答复");
        assertThat(asking.ask(get("/api/suggestions").param("view", "to_answer").param("limit", "100"))
                        .body()
                        .toString())
                .contains(id);
        assertThat(seen(district, id).body().path("mayAnswer").asBoolean()).isTrue();
        assertThat(seen(colleague, id).status()).isEqualTo(404);

        assertThat(answer(district, id, "区里先答复：下一版放大").status()).isEqualTo(200);
        assertThat(open(id)).as("settled at both levels").containsExactly("read_answer");
        transactions
                .write(Actor.worker("时限"), () -> {
                    listener.on(new TodoEvent.Escalated(List.of(late), Instant.now(Clock.system(Time.ZONE))));
                    return Outcome.done(true);
                })
                .orThrow();
        assertThat(open(id)).as("what is answered does not go up").containsExactly("read_answer");
    }

    @Test
    void whatGoesNoHigherIsAnsweredByWhoeverKeepsTheSystemThroughADoorOfTheirOwn() throws Exception {
        String id = sent(district);
        assertThat(open(id)).isEmpty();
        Actor neighbour = asking.someone(RegionFixtures.CHAOYANG, DutyKind.DISTRICT_LEADER);
        assertThat(seen(neighbour, id).status()).isEqualTo(404);
        assertThat(seen(asking.someone(RegionFixtures.CHAOYANG, DutyKind.SECURITY_ADMINISTRATOR), id)
                        .status())
                .isEqualTo(404);
        assertThat(answer(district, id, "自己答").text("code")).isEqualTo("suggestion.only-the-administrator");
        acting.is(administrator);
        assertThat(asking.ask(get("/api/suggestions").param("limit", "100"))
                        .body()
                        .toString())
                .contains(id);
        assertThat(answer(administrator, id, "已修好").status()).isEqualTo(200);
        acting.is(administrator);
        assertThat(asking.ask(get("/api/suggestions").param("view", "answered").param("limit", "100"))
                        .body()
                        .toString())
                .contains(id);
        assertThat(open(id)).containsExactly("read_answer");
        assertThat(read(district, id).status()).isEqualTo(200);
        assertThat(open(id)).isEmpty();
    }
}
