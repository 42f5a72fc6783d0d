package org.gongzhi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** The resident's window over HTTP. */
@GongzhiTest
@Import(ActingAs.class)
class WindowApiTests {

    private static final String YONGANLI = RegionFixtures.YONGANLI.toString();

    private final Asking asking;
    private final ActingAs acting;

    WindowApiTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        this.asking = new Asking(context);
        this.acting = acting;
    }

    @BeforeEach
    void somebodyWorksThere() {
        acting.is(asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY));
    }

    @Test
    void sentTwiceItIsOneDemandWithOneCodeOfWhichOnlyTheDigestIsKept() throws Exception {
        String key = asking.key();
        Said first = asking.ask(asking.sending("/public/demands", key, Asking.report("暖气片漏水")));
        Said second = asking.ask(asking.sending("/public/demands", key, Asking.report("暖气片漏水")));
        assertThat(second).isEqualTo(first);
        String stored =
                asking.owner().queryForObject("select response from idempotency_key where key = ?", String.class, key);
        String code = first.text("code");
        assertThat(stored).doesNotContain(code, code.replace(" ", ""));
        assertThat(asking.owner()
                        .queryForObject(
                                "select count(*) from demand_code where demand_id = ?",
                                Integer.class,
                                asking.idOf(first)))
                .isEqualTo(1);
    }

    @Test
    void aWrongCodeIsAnsweredInPlainWordsAndGuessingSlowsDown() throws Exception {
        Said wrong = asking.ask(
                get("/public/cases").header("X-Case-Code", "22222 22222").with(from("198.51.100.9")));
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.text("detail")).isEqualTo("没有找到这个查询码。请检查是否把 0 看成了 O。");
        assertThat(asking.ask(get("/public/cases").with(from("198.51.100.9"))).status())
                .isEqualTo(404);
        int status = 404;
        for (int i = 0; i < 300 && status == 404; i++) {
            status = asking.ask(get("/public/cases")
                            .header("X-Case-Code", "3333344444")
                            .with(from("198.51.100.9")))
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void aJoinerReadsWhatBecameOfItButNotWhatTheNeighbourSaid() throws Exception {
        Said raised = asking.raise("12号楼301室暖气冰凉，请王先生来看");
        Said alike = asking.ask(
                get("/public/demands/similar").param("region", YONGANLI).param("kind", "heating"));
        assertThat(alike.status()).isEqualTo(200);
        assertThat(alike.body().toString()).doesNotContain("301室", "501室", "王先生");
        UUID ref = asking.idOf(raised);
        Said joined = asking.ask(
                asking.sending("/public/demands/" + ref + "/joiners", asking.key(), Map.of("words", "我家也是")));
        assertThat(joined.status()).isEqualTo(201);
        Said followed = asking.ask(get("/public/cases").header("X-Case-Code", joined.text("code")));
        assertThat(followed.body().has("words")).isFalse();
        assertThat(followed.text("title")).doesNotContain("301", "王");
        assertThat(followed.body().path("joiners").asInt()).isEqualTo(1);
        Said judged = asking.ask(asking.sending(
                        "/public/cases/judgement",
                        asking.key(),
                        Map.of("solved", true, "contacted", true, "satisfaction", "satisfied"))
                .header("X-Case-Code", joined.text("code")));
        assertThat(judged.status()).isEqualTo(403);
    }

    @Test
    void theRaiserAddsWordsAndMayNotJudgeBeforeTheEnd() throws Exception {
        Said raised = asking.raise("单元门口积水结冰");
        assertThat(asking.ask(asking.sending("/public/cases/words", asking.key(), Map.of("words", "今天更滑了"))
                                .header("X-Case-Code", raised.text("code")))
                        .status())
                .isEqualTo(200);
        assertThat(asking.ask(get("/public/cases").header("X-Case-Code", raised.text("code")))
                        .body()
                        .path("steps")
                        .toString())
                .contains("今天更滑了");
        Said early = asking.ask(asking.sending(
                        "/public/cases/judgement",
                        asking.key(),
                        Map.of("solved", true, "contacted", true, "satisfaction", "satisfied"))
                .header("X-Case-Code", raised.text("code")));
        assertThat(early.status()).isEqualTo(409);
    }

    @Test
    void tenThousandCharactersAndAnUnknownPlaceAreRefusedAtTheirField() throws Exception {
        Said large = asking.raise("暖".repeat(10_000));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.text("field")).isEqualTo("words");
        Said nowhere = asking.ask(asking.sending(
                "/public/demands", asking.key(), Map.of("regionCode", "998877", "words", "暖气", "anonymous", true)));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.text("field")).isEqualTo("regionCode");
        Said unsaid =
                asking.ask(asking.sending("/public/demands", asking.key(), Map.of("words", "暖气", "anonymous", true)));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text("field")).isEqualTo("regionCode");
    }

    @Test
    void theWindowShowsOnlyWhatIsPublishedAndNoFinerThanACommunity() throws Exception {
        UUID hidden = asking.idOf(asking.raise("12号楼402室漏水"));
        UUID shown = asking.idOf(asking.raise("北门路灯不亮"));
        asking.owner().update("update demand set is_published = true, public_title = title where id = ?", shown);
        Said matters = asking.ask(get("/public/matters").param("region", RegionFixtures.CHAOYANG.toString()));
        assertThat(matters.status()).isEqualTo(200);
        assertThat(matters.body().path("items").findValuesAsString("ref"))
                .contains(shown.toString())
                .doesNotContain(hidden.toString());
        assertThat(matters.body().path("items").path(0).path("statusName").asString())
                .isNotEmpty();
        Said kinds = asking.ask(get("/public/kinds").param("region", YONGANLI));
        assertThat(kinds.body().path("items").size()).isGreaterThan(20);
        assertThat(kinds.body().path("items").path(0).path("answerIn").asString())
                .isNotEmpty();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
