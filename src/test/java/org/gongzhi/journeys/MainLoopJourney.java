package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A need, heard and settled: resident, community, department, and back until the resident says so. */
@JourneyTest
class MainLoopJourney {

    @Test
    void aNeedIsHandledAgainUntilTheResidentSaysItIsSolved(Desks desks) {
        String title = "三单元暖气不热已经两天";
        Desk resident = desks.resident();
        String code = Portal.raise(resident, title + "。楼上说也一样。");

        Desk secretary = desks.signedIn("zhoumin");
        secretary.link("去受理：" + title).click();
        assertThat(secretary.heading(title)).isVisible();
        assertThat(secretary.page().locator(".gz-act")).containsText("还没有受理。请先受理。");
        secretary.act("受理", "受理");
        String address = secretary.path();
        secretary.act("派遣…", "派出去", dialog -> secretary.choose(dialog.locator(".gz-select"), "区热力集团建外所"));

        Desk handler = desks.signedIn("reli");
        handler.link("去接单：" + title).click();
        handler.act("接单", "接单");
        handler.act("写进展", "写下进展", dialog -> {
            Desk.fill(dialog, "进展", "到现场测了温度，立管不循环。");
            Desk.fill(dialog, "给居民看的话（可不填）", "师傅已到现场，正在排气。");
        });
        handler.act("报请核查", "报请核查", dialog -> Desk.fill(dialog, "办理结果", "排气后测温二十一度。"));

        secretary.open(address);
        secretary.act("核查", "记下核查结果", dialog -> Desk.tick(dialog, "通过，稍后再办结"));
        secretary.act("结案…", "结案", dialog -> Desk.fill(dialog, "给居民看的话", "立管排气完成，室温恢复。"));

        Portal.follow(resident, code);
        assertThat(resident.text("已办结，等您说解决了没有")).isVisible();
        assertThat(resident.text("师傅已到现场，正在排气。")).isVisible();
        assertThat(resident.text("立管不循环")).hasCount(0);
        Portal.judge(resident, "没解决", "不满意");
        assertThat(resident.text("记下了：您说“没解决”。已转为重办，3 个工作日内再答复您。")).isVisible();

        handler.open(address);
        assertThat(handler.text("第 1 次重办")).isVisible();
        assertThat(handler.page().locator(".gz-said .gz-facts")).containsText("3 个工作日");
        handler.act("报请核查", "报请核查", dialog -> Desk.fill(dialog, "办理结果", "更换了三单元的阀门。"));
        secretary.open(address);
        secretary.act("核查", "核查通过并办结", dialog -> {
            Desk.tick(dialog, "通过，同时办结");
            Desk.fill(dialog, "给居民看的话", "阀门已更换。");
        });

        Portal.follow(resident, code);
        Portal.judge(resident, "解决了", "满意");
        assertThat(resident.text("记下了：您说“解决了”。谢谢您告诉我们。")).isVisible();

        secretary.open(address);
        assertThat(secretary.page().locator(".gz-head__facts")).containsText("已回访");
        Locator answers = secretary.page().locator(".gz-said .gz-facts");
        assertThat(answers).containsText("没有解决");
        assertThat(answers).containsText("满意");
        secretary.assertAccessible();
        coverAndLook(secretary);
    }

    /** Words that nobody needs to read stand nowhere on the page any more; what they were costs a purpose. */
    private static void coverAndLook(Desk secretary) {
        Locator covered = secretary.page().locator(".redacted");
        Desk.button(covered, "遮盖文字").click();
        Desk.fill(secretary.dialog(), "要遮盖的字", "三单元");
        Desk.tick(secretary.dialog(), "他人隐私");
        secretary.assertAccessible();
        Desk.button(secretary.dialog(), "遮盖").click();
        assertThat(secretary.heading("■■暖气不热已经两天")).isVisible();
        assertThat(secretary.text("三单元")).hasCount(0);
        assertThat(secretary.text("更换了■■的阀门").first()).isVisible();
        covered.getByText("看原文", new Locator.GetByTextOptions().setExact(true)).click();
        Desk.tick(secretary.dialog(), "复议、诉讼、信访核查");
        Desk.button(secretary.dialog(), "看 5 分钟").click();
        assertThat(secretary.dialog().locator(".gz-facts")).containsText("三单元暖气不热已经两天");
        secretary.assertAccessible();
        Desk.button(secretary.dialog(), "收起").click();
        assertThat(covered).containsText("复议、诉讼、信访核查");
    }

    @Test
    void theKeyboardAloneIsEnoughToAcceptWhatWaits(Desks desks) {
        String title = "健身器材松动摇晃";
        Portal.raise(desks.resident(), title + "。");
        Desk secretary = desks.office();
        secretary.open("/sign-in");
        assertThat(secretary.label("账号")).isFocused();
        secretary.keys("zhoumin", "Tab", Desk.PASSWORD, "Enter");
        Locator todo = secretary.link("去受理：" + title);
        assertThat(todo).isVisible();
        secretary.tabTo(todo);
        secretary.press("Enter");
        assertThat(secretary.heading(title)).isVisible();
        secretary.tabTo(Desk.button(secretary.page().locator(".gz-act"), "受理"));
        secretary.press("Enter");
        assertThat(secretary.dialog()).isVisible();
        secretary.tabTo(Desk.button(secretary.dialog(), "受理"));
        secretary.press("Enter");
        assertThat(secretary.text("已记下：受理。")).isVisible();
        assertThat(secretary.page().locator(".gz-head__facts")).containsText("待派遣");
    }

    @Test
    void ofTwoWhoAcceptAtOnceTheSecondSeesWhoDidItAndLosesNoWord(Desks desks) {
        String title = "垃圾桶满了没有人收";
        Portal.raise(desks.resident(), title + "。");
        Desk clerk = desks.signedIn("shequ");
        clerk.link("去受理：" + title).click();
        Desk secretary = desks.signedIn("zhoumin");
        secretary.open(clerk.casePath());
        secretary.begin("退回…", dialog -> {
            Desk.tick(dialog, "不在本辖区");
            Desk.fill(dialog, "补充说明（可不填）", "这几只桶在马路对面，归光华里。");
        });
        clerk.act("受理", "受理");

        Desk.button(secretary.dialog(), "退回").click();
        assertThat(secretary.dialog()).containsText("王晓燕");
        assertThat(secretary.dialog()).containsText("已经受理");
        assertThat(secretary.dialog()).containsText("您写的内容还在");
        assertThat(secretary.dialog().locator("textarea").first()).hasValue("这几只桶在马路对面，归光华里。");
        secretary.assertAccessible();
        Desk.button(secretary.dialog(), "补为一条进展").click();
        assertThat(secretary.dialog()).hasCount(0);
        assertThat(secretary.page().locator(".gz-happened")).containsText("这几只桶在马路对面，归光华里。");
        assertThat(secretary.page().locator(".gz-head__facts")).containsText("待派遣");
    }
}
