package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What residents do in the public window. */
final class Portal {

    private Portal() {}

    /** Fills 我要反映 for 永安里社区 up to, but not including, the last button. */
    static void write(Desk resident, String kind, String words) {
        resident.open("/portal/report");
        place(resident, "永安里社区 12号楼");
        choice(resident, kind).click();
        resident.label("什么事").fill(words);
    }

    static void place(Desk resident, String typed) {
        resident.label("在哪里").fill(typed);
        resident.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("永安里社区"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(resident.button("换一个")).isVisible();
    }

    /** Raises a matter without a name; the follow-up code, ten characters. */
    static String raise(Desk resident, String words) {
        write(resident, "供暖供水", words);
        resident.label("不让办理的人看到我是谁").check();
        resident.button("提交").click();
        return code(resident);
    }

    /** The code on the page that says 收到了. */
    static String code(Desk resident) {
        assertThat(resident.heading("收到了")).isVisible();
        return resident.page().locator(".gzp-code__words").textContent().replace(" ", "");
    }

    static void follow(Desk resident, String code) {
        resident.open("/portal/follow");
        resident.label("查询码").fill(code);
        resident.button("查看").click();
    }

    /** Asks by the code what is stored of them, or something like it. */
    static void askAboutOwn(Desk resident, String code, String wanted) {
        follow(resident, code);
        resident.button("查阅、复制、更正或删除").click();
        choice(resident, wanted).click();
        resident.button("提交").click();
        assertThat(resident.text("用这个查询码回到这里看。")).isVisible();
    }

    /** One of the large answers: the words are what is pressed. */
    static Locator choice(Desk resident, String words) {
        return resident.page().locator(".gzp-choice").filter(new Locator.FilterOptions().setHasText(words));
    }

    static Locator choice(Desk resident, String question, String words) {
        return resident.page()
                .getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(question).setExact(true))
                .locator(".gzp-choice")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    /** Says solved or not, and answers the two questions behind the rates. */
    static void judge(Desk resident, String answer, String satisfaction) {
        resident.button(answer).click();
        choice(resident, "办理的人联系过您吗", "联系过").click();
        choice(resident, "您对办理满意吗", satisfaction).click();
        resident.button("提交评价").click();
    }
}
