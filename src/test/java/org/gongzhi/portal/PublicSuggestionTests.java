package org.gongzhi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** A resident says something of the window itself and comes back for the answer with a code. */
@GongzhiTest
@Import(ActingAs.class)
class PublicSuggestionTests {

    private final Asking asking;
    private final ActingAs acting;

    PublicSuggestionTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        this.asking = new Asking(context);
        this.acting = acting;
    }

    private record Kept(String id, long node, boolean isForAdministrators, String page, boolean isNameless) {}

    private Kept kept(String words) {
        return asking.owner()
                .query(
                        "select id, node_code, is_for_administrators, page, account_id from suggestion where words = ?",
                        (row, _) -> new Kept(
                                row.getString("id"),
                                row.getLong("node_code"),
                                row.getBoolean("is_for_administrators"),
                                row.getString("page"),
                                row.getString("account_id") == null),
                        words)
                .getFirst();
    }

    private Said say(String key, String words) throws Exception {
        return asking.ask(asking.sending(
                "/public/suggestions", key, Map.of("kind", "idea", "words", words, "page", "/portal/report?place=11")));
    }

    private Said follow(String code, String address) throws Exception {
        return asking.ask(get("/public/suggestions").header("X-Case-Code", code).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }));
    }

    @Test
    void whoeverRunsTheWindowAnswersAndOnlyTheCodeReadsIt() throws Exception {
        String key = asking.key();
        String words = "字再大一点 " + UUID.randomUUID();
        Said said = say(key, words);
        assertThat(said.status()).isEqualTo(201);
        assertThat(say(key, words)).isEqualTo(said);
        String code = said.text("code");
        assertThat(asking.owner()
                        .queryForObject("select response from idempotency_key where key = ?", String.class, key))
                .doesNotContain(code, code.replace(" ", ""));
        Kept kept = kept(words);
        assertThat(kept.page()).isEqualTo("/portal/report");
        assertThat(kept.isNameless()).isTrue();
        Said open = follow(code, "198.51.100.20");
        assertThat(open.text("words")).isEqualTo(words);
        assertThat(open.body().has("answer")).isFalse();

        acting.is(
                kept.isForAdministrators()
                        ? asking.someone(RegionFixtures.CHAOYANG, DutyKind.SYSTEM_ADMINISTRATOR)
                        : asking.someone(new RegionCode(kept.node()), DutyKind.DISTRICT_OFFICER));
        assertThat(asking.ask(asking.sending(
                                "/api/suggestions/" + kept.id() + "/answer", asking.key(), Map.of("words", "已改")))
                        .status())
                .isEqualTo(200);
        Said answered = follow(code, "198.51.100.20");
        assertThat(answered.text("answer")).isEqualTo("已改");
        assertThat(answered.body().toString()).doesNotContain("周敏");
    }

    @Test
    void aWrongCodeAndTheCodeOfAReportOpenNothingAndGuessingSlowsDown() throws Exception {
        assertThat(follow("22222 22222", "198.51.100.21").text("code")).isEqualTo("suggestion.code-unknown");
        assertThat(follow("没有", "198.51.100.21").status()).isEqualTo(404);
        asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY);
        Said raised = asking.raise("楼道灯不亮 " + UUID.randomUUID());
        assertThat(follow(raised.text("code"), "198.51.100.21").status()).isEqualTo(404);
        int status = 404;
        for (int i = 0; i < 300 && status == 404; i++) {
            status = follow("3333344444", "198.51.100.21").status();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void emptyWordsAreRefusedAtTheirField() throws Exception {
        Said empty = say(asking.key(), "  ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text("code")).isEqualTo("suggestion.words-missing");
    }
}
