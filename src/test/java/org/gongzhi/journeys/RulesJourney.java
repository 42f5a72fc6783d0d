package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A rule is written, looked at, set, read by others, and ended. */
@JourneyTest
class RulesJourney {

    @Test
    void theSystemAdministratorSetsAClockAfterSeeingWhatItWouldChange(Desks desks) {
        Desk keeper = desks.office();
        keeper.open("/rules");
        keeper.fillSignIn("xitong");
        assertThat(keeper.heading("朝阳区的规则")).isVisible();
        keeper.button("单独定：办结（全程），疑难类").click();
        Locator dialog = keeper.dialog();
        Desk.fill(dialog, "时限", "10");
        Desk.fill(dialog, "依据", "朝阳区接诉即办工作规则");
        Desk.fill(dialog, "为什么改", "疑难类办得更快");
        Desk.button(dialog, "看看会变什么").click();
        assertThat(dialog.getByText("件的到期时间会不同")).isVisible();
        dialog.getByText("件的到期时间会不同").click();
        keeper.assertAccessible();
        dialog.locator(".gz-button--primary").click();
        assertThat(keeper.page()
                        .getByRole(com.microsoft.playwright.options.AriaRole.STATUS)
                        .first())
                .isVisible();
        assertThat(keeper.text("不单独定时：15 天，剩 25%时黄灯")).isVisible();

        keeper.button("经过：办结（全程），疑难类").click();
        assertThat(keeper.dialog().getByText("疑难类办得更快")).isVisible();
        keeper.assertAccessible();
        Desk.button(keeper.dialog(), "关闭").last().click();

        keeper.open("/rules?book=formula");
        keeper.button("单独定：三率").click();
        Desk.fill(keeper.dialog(), "响应率的权重", "0.2");
        Desk.fill(keeper.dialog(), "依据", "区考核办法");
        Desk.fill(keeper.dialog(), "为什么改", "试行");
        Desk.button(keeper.dialog(), "看看会变什么").click();
        assertThat(keeper.dialog().getByText("响应率、解决率、满意率的权重相加应为 1，现在是 1.1。")).isVisible();
    }

    @Test
    void aRouteIsSuggestedFirstWhenACaseIsAssigned(Desks desks) {
        Desk keeper = desks.office();
        keeper.open("/rules?book=route");
        keeper.fillSignIn("xitong");
        keeper.button("新增一项").click();
        Locator dialog = keeper.dialog();
        dialog.getByLabel("类别").selectOption("*");
        dialog.getByLabel("派给哪个部门").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        Desk.fill(dialog, "依据", "区派遣办法");
        Desk.fill(dialog, "为什么改", "统一派遣");
        Desk.button(dialog, "看看会变什么").click();
        assertThat(dialog.getByText("件派给了别的部门")).isVisible();
        keeper.assertAccessible();
        dialog.locator(".gz-button--primary").click();
        assertThat(keeper.page().getByText("其余类别").first()).isVisible();
    }

    @Test
    void whatATerritoryAsksBesidesIsAskedOfItsResidents(Desks desks) {
        Desk keeper = desks.office();
        keeper.open("/rules?book=question");
        keeper.fillSignIn("xitong");
        keeper.button("新增一项").click();
        Locator dialog = keeper.dialog();
        dialog.getByLabel("类别").selectOption("heating_water");
        Desk.fill(dialog, "问什么", "室温几度");
        dialog.getByLabel("怎么回答").selectOption("number");
        Desk.fill(dialog, "依据", "区供热办法");
        Desk.fill(dialog, "为什么改", "便于判断");
        Desk.button(dialog, "看看会变什么").click();
        assertThat(dialog.getByText("当时会多问 1 个问题")).isVisible();
        keeper.assertAccessible();
        dialog.locator(".gz-button--primary").click();
        assertThat(keeper.page().getByText("室温几度").first()).isVisible();

        Desk resident = desks.resident();
        Portal.write(resident, "供暖供水", "暖气片摸着不热");
        resident.label("室温几度（可不填）").fill("十四");
        resident.label("不让办理的人看到我是谁").check();
        resident.button("提交").click();
        assertThat(resident.button("“室温几度”请填数字，例如 12 或 3.5。")).isVisible();
        resident.assertAccessible();
        resident.label("室温几度（可不填）").fill("14");
        resident.button("提交").click();
        Portal.follow(resident, Portal.code(resident));
        Locator answers = resident.page().locator(".gzw-case__answers");
        assertThat(answers).containsText("室温几度");
        assertThat(answers).containsText("14");
        resident.assertAccessible();
        resident.assertNoSidewaysScrolling();
    }

    @Test
    void theYearWhoseNoticeIsMissingIsSaidPlainly(Desks desks) {
        Desk keeper = desks.office();
        keeper.open("/rules?book=holiday");
        keeper.fillSignIn("xitong");
        keeper.page().getByText("2027 年 还没有公布").click();
        assertThat(keeper.text("2027 年的放假安排还没有录入")).isVisible();
        keeper.assertAccessible();
        // Two districts work here, and one calendar holds for both: it is not one district's to enter.
        assertThat(keeper.button("录入或更正…")).not().isVisible();
        keeper.page().getByText("2026 年 已录入").click();
        assertThat(keeper.page().getByText("国庆节调休上班").first()).isVisible();
        keeper.assertNoSidewaysScrolling();
    }

    @Test
    void everyoneElseReadsThem(Desks desks) {
        Desk clerk = desks.signedIn("zhoumin");
        clerk.open("/rules");
        assertThat(clerk.text("规则由本地的系统管理员制定。您可以查看。")).isVisible();
        assertThat(clerk.page().getByText("沿用 全国").first()).isVisible();
        Desk phone = desks.resident();
        phone.open("/rules");
        phone.fillSignIn("xitong");
        assertThat(phone.heading("朝阳区的规则")).isVisible();
        phone.settle();
        phone.assertAccessible();
        phone.assertNoSidewaysScrolling();
    }
}
