package org.gongzhi.entitlement;

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
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.todo.TodoEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** 个人信息请求 answered where the case is, or above once it is late, carried out at once, and told to nobody else. */
@GongzhiTest
@Import(ActingAs.class)
class AnswerEntitlementTests extends EntitlementWindow {

    AnswerEntitlementTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        super(context, acting);
    }

    @Test
    void whatIsStoredIsShownOnceGrantedAndTakenAwayOnceACopyIs() throws Exception {
        Said raised = raised("走廊里停满<b>电动车</b>，我是" + NAME);
        ask(raised, "access", "");
        assertThat(standing(raised).body().has("record")).isFalse();
        assertThat(copy(raised).getStatus()).isEqualTo(403);
        String id = open(raised, "access");
        assertThat(answer(clerk, id, Map.of("granted", true)).text("code")).isEqualTo("entitlement.not-yours");
        assertThat(answer(neighbour, id, Map.of("granted", true)).text("code")).isEqualTo("entitlement.unknown");
        assertThat(seen(clerk, id).body().path("mayAnswer").asBoolean()).isFalse();
        assertThat(seen(neighbour, id).status()).isEqualTo(404);
        assertThat(answer(secretary, id, Map.of("granted", true, "words", "请看下面"))
                        .status())
                .isEqualTo(200);
        assertThat(answer(secretary, id, Map.of("granted", true)).text("code"))
                .isEqualTo("entitlement.answered-already");

        Said told = standing(raised);
        assertThat(told.body().path("record").path("words").asString()).contains("走廊里停满<b>电动车</b>");
        assertThat(told.body().path("record").path("place").asString()).isEqualTo("9号楼1103室");
        assertThat(told.body().path("record").path("phone").asString())
                .doesNotContain(PHONE)
                .isNotEmpty();
        assertThat(told.body().path("asked").path(0).path("answer").asString()).isEqualTo("请看下面");
        assertThat(told.body().path("mayCopy").asBoolean()).isFalse();
        assertThat(told.body().toString()).as("nobody of the staff by name").doesNotContain("周敏", PHONE);
        assertThat(copy(raised).getStatus()).as("seeing is not taking away").isEqualTo(403);

        ask(raised, "copy", "");
        answer(secretary, open(raised, "copy"), Map.of("granted", true));
        MockHttpServletResponse page = copy(raised);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getHeader("Content-Type")).startsWith("text/html");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(page.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .as("nothing said runs in a browser")
                .contains("走廊里停满&lt;b&gt;电动车", "9号楼1103室", "没有人看过")
                .doesNotContain(PHONE, "周敏");
        assertThat(mvc.perform(get("/public/cases/entitlements/copy"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the code")
                .isEqualTo(404);
        assertThat(plainly()).doesNotContain("请看下面");
    }

    @Test
    void aRefusalHasAListedGroundThatFitsWhatWasAsked() throws Exception {
        Said raised = raised("水表井盖松了");
        ask(raised, "delete", "");
        String id = open(raised, "delete");
        assertThat(answer(secretary, id, Map.of("granted", false)).text("code"))
                .isEqualTo("entitlement.ground-missing");
        assertThat(answer(secretary, id, Map.of("granted", false, "ground", "checked_right"))
                        .text("code"))
                .isEqualTo("entitlement.ground-missing");
        assertThat(answer(secretary, id, Map.of("granted", false, "ground", "case_open", "words", "长".repeat(501)))
                        .text("code"))
                .isEqualTo("entitlement.words-too-long");
        assertThat(answer(secretary, id, Map.of("granted", false, "ground", "case_open"))
                        .status())
                .isEqualTo(200);
        var told = standing(raised).body().path("asked").path(0);
        assertThat(told.path("granted").asBoolean()).isFalse();
        assertThat(told.path("ground").asString()).isEqualTo("case_open");
        assertThat(standing(raised).body().has("record")).isFalse();
    }

    @Test
    void aDeletionWaitsForTheEndOfTheCaseAndOfAHold() throws Exception {
        Said raised = raised("变电箱旁堆着纸箱");
        UUID demand = asking.idOf(raised);
        ask(raised, "delete", "不想留");
        String id = open(raised, "delete");
        assertThat(answer(secretary, id, Map.of("granted", true)).text("code"))
                .isEqualTo("entitlement.case-still-open");
        asking.owner().update("update demand set status = 'declined', status_at = now() where id = ?", demand);
        asking.owner()
                .update(
                        "insert into demand_hold (id, demand_id, region_code, reason, set_by, set_at) select id, id, region_code, '复议', ?, now() from demand where id = ?",
                        secretary.account(),
                        demand);
        assertThat(answer(secretary, id, Map.of("granted", true)).text("code")).isEqualTo("entitlement.on-hold");
        assertThat(fact("select erasure_at from demand where id = ?", demand)).isEqualTo("null");
        asking.owner().update("delete from demand_hold where demand_id = ?", demand);
        assertThat(answer(secretary, id, Map.of("granted", true)).status()).isEqualTo(200);
        assertThat(fact("select erasure_at from demand where id = ?", demand)).isNotEqualTo("null");
        assertThat(ask(raised, "delete", "").text("code")).isEqualTo("entitlement.deleted-already");
        asking.owner().update("update demand set anonymized_at = now() where id = ?", demand);
        assertThat(ask(raised, "access", "").text("code")).isEqualTo("entitlement.nothing-left");
    }

    @Test
    void whatWasMergedIsNotDeletedWhileTheOtherIsUnderWay() throws Exception {
        Said other = raised("井盖响得整楼睡不着");
        Said raised = raised("井盖半夜哐当响");
        UUID demand = asking.idOf(raised);
        ask(raised, "delete", "");
        String id = open(raised, "delete");
        asking.owner()
                .update(
                        "update demand set status = 'merged', status_at = now(), merged_into_id = ? where id = ?",
                        asking.idOf(other),
                        demand);
        assertThat(seen(secretary, id).body().path("isOpen").asBoolean()).isTrue();
        assertThat(answer(secretary, id, Map.of("granted", true)).text("code"))
                .isEqualTo("entitlement.merged-still-open");
        asking.owner()
                .update("update demand set status = 'declined', status_at = now() where id = ?", asking.idOf(other));
        assertThat(answer(secretary, id, Map.of("granted", true)).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotAnsweredInTimeGoesUpAndMayBeAnsweredThere(
            @Autowired EntitlementListener listener, @Autowired Transactions transactions) throws Exception {
        Actor officer = asking.someone(RegionFixtures.JIANWAI, DutyKind.STREET_OFFICER);
        Said raised = raised("雨棚滴水滴到窗台");
        ask(raised, "access", "");
        String id = open(raised, "access");
        UUID subject = UUID.fromString(id);
        var late = new TodoEvent.Item(
                UUID.randomUUID(),
                "entitlement",
                subject,
                "answer_entitlement",
                RegionFixtures.YONGANLI,
                RegionFixtures.YONGANLI,
                RegionFixtures.JIANWAI);
        assertThat(answer(officer, id, Map.of("granted", true)).text("code")).isEqualTo("entitlement.not-yours");
        asking.owner()
                .update(
                        "update entitlement set asked_at = asked_at - interval '90 days', warn_at = warn_at - interval '90 days', due_at = due_at - interval '90 days' where id = ?",
                        subject);
        escalated(listener, transactions, late);
        escalated(listener, transactions, late);
        assertThat(fact(
                        "select string_agg(note, '|' order by note) from todo where subject_id = ? and closed_at is null",
                        subject))
                .as("where it was, and above, once")
                .isEqualTo("|永安里社区超期未答复，请督促或代为答复");
        acting.is(officer);
        assertThat(asking.ask(get("/api/todos").param("limit", "100")).body().toString())
                .contains("/entitlements/" + id);
        assertThat(asking.ask(get("/api/demands/" + asking.idOf(raised) + "/entitlements"))
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(seen(officer, id).body().path("mayAnswer").asBoolean()).isTrue();
        assertThat(answer(officer, id, Map.of("granted", true)).status()).isEqualTo(200);
        assertThat(fact("select count(*) from todo where subject_id = ? and closed_at is null", subject))
                .as("settled at both levels")
                .isEqualTo("0");
        escalated(listener, transactions, late);
        assertThat(fact("select count(*) from todo where subject_id = ? and closed_at is null", subject))
                .as("what is answered does not go up")
                .isEqualTo("0");
    }

    private static void escalated(EntitlementListener listener, Transactions transactions, TodoEvent.Item late) {
        transactions
                .write(Actor.worker("时限"), () -> {
                    listener.on(new TodoEvent.Escalated(List.of(late), Instant.now(Clock.system(Time.ZONE))));
                    return Outcome.done(true);
                })
                .orThrow();
    }

    @Test
    void aCorrectionReplacesWhatIsWrongAndSealsWhatItWas() throws Exception {
        Said raised = raised("琥珀园西门积水，隔壁老樊家也淹了");
        UUID demand = asking.idOf(raised);
        String before = fact("select contact_id from demand where id = ?", demand);
        acting.is(secretary);
        assertThat(asking.ask(asking.sending(
                                        "/api/demands/" + demand + "/redactions/words",
                                        asking.key(),
                                        Map.of("words", "老樊", "reason", "privacy"))
                                .header(
                                        "If-Match",
                                        "\"" + fact("select version from demand where id = ?", demand) + "\""))
                        .status())
                .isEqualTo(201);
        ask(raised, "correct", "是东门，电话也错了");
        String id = open(raised, "correct");
        assertThat(answer(secretary, id, Map.of("granted", true)).text("code"))
                .isEqualTo("entitlement.nothing-corrected");
        assertThat(answer(secretary, id, Map.of("granted", true, "correction", Map.of("title", "长".repeat(81))))
                        .text("code"))
                .isEqualTo("entitlement.words-too-long");
        assertThat(answer(secretary, id, Map.of("granted", true, "correction", Map.of("phone", "12")))
                        .status())
                .isEqualTo(422);
        assertThat(fact("select contact_id from demand where id = ?", demand)).isEqualTo(before);

        assertThat(answer(
                                secretary,
                                id,
                                Map.of(
                                        "granted",
                                        true,
                                        "correction",
                                        Map.of(
                                                "title", "琥珀园东门积水",
                                                "words", "琥珀园东门积水，隔壁老樊家也淹了",
                                                "phone", "13700001234")))
                        .status())
                .isEqualTo(200);
        assertThat(fact("select words from demand where id = ?", demand))
                .as("what is covered stays covered")
                .isEqualTo("琥珀园东门积水，隔壁■■家也淹了");
        assertThat(fact("select title from demand where id = ?", demand)).isEqualTo("琥珀园东门积水");
        assertThat(fact("select search::text from demand where id = ?", demand))
                .contains("东门")
                .doesNotContain("西门", "老樊");
        assertThat(fact("select string_agg(title, ' ') from todo where subject_id = ?", demand))
                .contains("东门")
                .doesNotContain("西门");
        assertThat(fact("select string_agg(verb, ' ') from demand_step where demand_id = ?", demand))
                .contains("correct");
        String contact = fact("select contact_id from demand where id = ?", demand);
        assertThat(contact).isNotEqualTo(before);
        assertThat(fact("select past_contact_id from entitlement where id = ?::uuid", id))
                .isEqualTo(before);
        assertThat(fact("select name_masked from contact where id = ?::uuid", contact))
                .as("what was right stays")
                .isEqualTo(fact("select name_masked from contact where id = ?::uuid", before));
        assertThat(fact("select phone_masked from contact where id = ?::uuid", contact))
                .endsWith("1234");
    }

    @Test
    void whoStayedAnonymousHasNoContactToCorrect() throws Exception {
        Said raised = asking.raise("单元门关不上了 " + UUID.randomUUID());
        ask(raised, "correct", "补一个电话");
        assertThat(answer(
                                secretary,
                                open(raised, "correct"),
                                Map.of("granted", true, "correction", Map.of("phone", "13700001234")))
                        .text("code"))
                .isEqualTo("entitlement.anonymous");
    }
}
