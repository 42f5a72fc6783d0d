package org.gongzhi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** 个人信息请求 at the window: by the code of whoever raised the case, and told to nobody else. */
@GongzhiTest
@Import(ActingAs.class)
class AskEntitlementTests extends EntitlementWindow {

    AskEntitlementTests(@Autowired WebApplicationContext context, @Autowired ActingAs acting) {
        super(context, acting);
    }

    @Test
    void onlyWhoRaisedItAsksOneOfAKindAtATimeAndInWordsThatAreSealed() throws Exception {
        Said raised = raised("暖气管在墙里响");
        Said joined = asking.ask(asking.sending(
                "/public/demands/" + asking.idOf(raised) + "/joiners", asking.key(), Map.of("words", "我家也响")));
        assertThat(ask(joined, "access", "").text("code")).isEqualTo("window.only-the-raiser");
        assertThat(standing(joined).status()).isEqualTo(403);
        assertThat(copy(joined).getStatus()).isEqualTo(403);
        assertThat(ask(raised, "everything", "").text("code")).isEqualTo("entitlement.kind-missing");
        assertThat(ask(raised, "correct", " ").text("code")).isEqualTo("entitlement.words-missing");
        assertThat(ask(raised, "correct", "长".repeat(501)).text("code")).isEqualTo("entitlement.words-too-long");

        Said taken = ask(raised, "correct", "不是墙里，是地板下面咕噜响");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("dueAt")).isNotEmpty();
        assertThat(ask(raised, "correct", "再说一次").text("code")).isEqualTo("entitlement.asked-already");
        assertThat(plainly()).doesNotContain("咕噜", NAME, PHONE);
        assertThat(standing(raised).body().path("asked").path(0).path("words").asString())
                .isEqualTo("不是墙里，是地板下面咕噜响");
        assertThat(seen(secretary, open(raised, "correct")).text("words")).isEqualTo("不是墙里，是地板下面咕噜响");
        assertThat(fact(
                        "select string_agg(step, ' ') from todo where subject_id = ?::uuid and closed_at is null",
                        open(raised, "correct")))
                .isEqualTo("answer_entitlement");
    }
}
