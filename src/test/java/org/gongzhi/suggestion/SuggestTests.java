package org.gongzhi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** To whom it goes that somebody says something of the system, and what waits for them. */
@GongzhiTest
@Import(ActingAs.class)
class SuggestTests {

    private final Asking asking;
    private final ActingAs acting;

    SuggestTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        this.asking = new Asking(context);
        this.acting = acting;
    }

    private Said send(Actor sender, String kind, String words) throws Exception {
        acting.is(sender);
        return asking.ask(asking.sending(
                "/api/suggestions",
                asking.key(),
                Map.of("kind", kind, "words", words, "page", "/demands/0198c9d2-1111/print?q=张三")));
    }

    private Said waiting(Actor actor) throws Exception {
        acting.is(actor);
        return asking.ask(get("/api/todos").param("limit", "100"));
    }

    @Test
    void itGoesToTheNearestLevelAboveWhereSomebodyWorks() throws Exception {
        Actor officer = asking.someone(RegionFixtures.JIANWAI, DutyKind.STREET_OFFICER);
        Actor leader = asking.someone(RegionFixtures.CHAOYANG, DutyKind.DISTRICT_OFFICER);
        Actor clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_CLERK);
        Said fromCommunity = send(clerk, "problem", "办结的按钮太小\n手机上点不到");
        assertThat(fromCommunity.status()).isEqualTo(201);
        Kept kept = kept(fromCommunity);
        assertThat(Instant.parse(fromCommunity.text("dueAt")))
                .isAfter(kept.askedAt().plus(Duration.ofDays(7)));
        assertThat(fromCommunity.text("dueInWords")).contains("10");
        assertThat(kept.node()).isEqualTo(RegionFixtures.JIANWAI.value());
        assertThat(kept.isForAdministrators()).isFalse();
        assertThat(kept.page()).isEqualTo("/demands/:id/print");
        assertThat(waiting(officer).body().toString())
                .contains("办结的按钮太小 手机上点不到", "answer_suggestion", "/suggestions/" + fromCommunity.text("id"));
        assertThat(waiting(leader).body().toString()).doesNotContain(fromCommunity.text("id"));

        assertThat(kept(send(officer, "idea", "希望台账能记住列宽")).node()).isEqualTo(RegionFixtures.CHAOYANG.value());
        Kept fromDistrict = kept(send(leader, "complaint", "驾驶舱的数太慢"));
        assertThat(fromDistrict.isForAdministrators()).isTrue();
        assertThat(fromDistrict.node()).isEqualTo(RegionFixtures.CHAOYANG.value());
    }

    @Test
    void whoeverWorksForADepartmentOrKeepsTheSystemSaysSomethingToo() throws Exception {
        asking.someone(RegionFixtures.JIANWAI, DutyKind.STREET_OFFICER);
        Actor observer = asking.someone(RegionFixtures.YONGANLI, DutyKind.OBSERVER);
        Actor auditor = asking.someone(RegionFixtures.YONGANLI, DutyKind.AUDIT_ADMINISTRATOR);
        for (Actor sender : java.util.List.of(observer, auditor)) {
            Said sent = send(sender, "idea", "审计页面能导出吗");
            assertThat(sent.status()).as(sender.duty().name()).isEqualTo(201);
            acting.is(sender);
            assertThat(asking.ask(get("/api/suggestions/" + sent.text("id"))).text("words"))
                    .isEqualTo("审计页面能导出吗");
            assertThat(asking.ask(get("/api/suggestions").param("view", "mine"))
                            .body()
                            .path("items"))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsEmptyTooLongOrOfNoKindIsRefusedAtItsField() throws Exception {
        Actor clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(send(clerk, "problem", " ").text("code")).isEqualTo("suggestion.words-missing");
        assertThat(send(clerk, "problem", "长".repeat(1001)).text("code")).isEqualTo("suggestion.words-too-long");
        assertThat(send(clerk, "praise", "很好").text("code")).isEqualTo("suggestion.kind-unknown");
        assertThat(send(clerk, "praise", "很好").status()).isEqualTo(422);
        assertThat(send(clerk, "problem", "长".repeat(1000)).status()).isEqualTo(201);
    }

    @Test
    void aListKnowsItsFiltersAndRefusesOthers() throws Exception {
        Actor clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_CLERK);
        for (int i = 0; i < 3; i++) {
            send(clerk, i == 0 ? "idea" : "problem", "第" + i + "条");
        }
        acting.is(clerk);
        Said first = asking.ask(get("/api/suggestions")
                .param("view", "mine")
                .param("kind", "problem")
                .param("limit", "1"));
        assertThat(first.text("total")).isEqualTo("2");
        Said second = asking.ask(get("/api/suggestions")
                .param("view", "mine")
                .param("kind", "problem")
                .param("limit", "1")
                .param("after", first.text("next")));
        assertThat(first.body().path("items").path(0).path("title").asString()).isEqualTo("第2条");
        assertThat(second.body().path("items").path(0).path("title").asString()).isEqualTo("第1条");
        assertThat(second.body().has("next")).isFalse();
        Said counts = asking.ask(get("/api/suggestions/counts"));
        assertThat(counts.text("mine")).isEqualTo("3");
        assertThat(counts.text("to_answer")).isEqualTo("0");
        assertThat(counts.text("late")).isEqualTo("0");
        assertThat(asking.ask(get("/api/suggestions").param("view", "none")).text("code"))
                .isEqualTo("suggestion.filter-invalid");
        assertThat(asking.ask(get("/api/suggestions").param("kind", "none")).status())
                .isEqualTo(422);
    }

    private record Kept(long node, boolean isForAdministrators, String page, Instant askedAt) {}

    private Kept kept(Said sent) {
        return asking.owner()
                .query(
                        "select node_code, is_for_administrators, page, asked_at from suggestion where id = ?",
                        (row, _) -> new Kept(
                                row.getLong("node_code"),
                                row.getBoolean("is_for_administrators"),
                                row.getString("page"),
                                row.getTimestamp("asked_at").toInstant()),
                        UUID.fromString(sent.text("id")))
                .getFirst();
    }
}
