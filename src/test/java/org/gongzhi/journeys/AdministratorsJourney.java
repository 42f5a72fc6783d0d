package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Three administrators, none of whom can do it alone: one opens an account and proposes, another confirms, the third reads what they did. */
@JourneyTest
class AdministratorsJourney {

    @Test
    void anAccountIsOpenedGivenADutyAndEnteredWithAOneTimePassword(Desks desks) {
        Desk keeper = administrator(desks, "xitong");
        assertThat(keeper.heading("账号与职责")).isVisible();
        keeper.button("新建账号").click();
        Desk.fill(keeper.dialog(), "姓名", "林一鸣");
        Desk.fill(keeper.dialog(), "账号", "linyiming");
        place(keeper, "由哪里管理", "永安里");
        Desk.button(keeper.dialog(), "新建").click();
        assertThat(keeper.heading("林一鸣")).isVisible();
        assertThat(keeper.text("还没有职责")).isVisible();

        keeper.button("给一项职责").click();
        keeper.choose(keeper.select("职责"), "社区工作者");
        place(keeper, "在哪里", "永安里");
        Desk.button(keeper.dialog(), "给予").click();
        assertThat(keeper.page().locator(".staff-duty")).containsText("社区工作者");

        keeper.button("发一次性口令").click();
        Desk.button(keeper.dialog(), "生成口令").click();
        String password = keeper.page().locator(".staff-password").innerText();
        keeper.assertAccessible();

        Desk newcomer = desks.office();
        newcomer.open("/sign-in");
        newcomer.label("账号").fill("linyiming");
        newcomer.label("口令").fill(password);
        newcomer.button("登录").click();
        newcomer.label("现在的口令").fill(password);
        newcomer.label("新口令").fill("杨柳依依-今我来思-雨雪");
        newcomer.label("再写一遍新口令").fill("杨柳依依-今我来思-雨雪");
        newcomer.button("修改口令").click();
        assertThat(newcomer.heading("工作台").or(newcomer.text("我的待办")).first()).isVisible();
    }

    @Test
    void theKeyIsChangedByTwoWhileEverythingRuns(Desks desks) {
        Desk guard = administrator(desks, "anquan");
        guard.open("/security?view=keys");
        guard.button("提出更换").click();
        Desk.fill(guard.dialog(), "理由", "每年更换");
        Desk.button(guard.dialog(), "提出").click();
        assertThat(guard.text("等待确认")).isVisible();
        guard.assertAccessible();

        Desk keeper = administrator(desks, "xitong");
        keeper.open("/key-rotation");
        keeper.button("确认").click();
        Desk.button(keeper.dialog(), "确认").click();
        assertThat(keeper.text("已完成")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        keeper.assertAccessible();
    }

    @Test
    void whatReachesADistrictTakesTwoAndTheThirdReadsIt(Desks desks) {
        Desk keeper = administrator(desks, "xitong");
        keeper.open("/accounts");
        keeper.page().getByPlaceholder("姓名、账号、单位").fill("chenli");
        keeper.button("查询").click();
        keeper.link("陈立").click();
        keeper.button("给一项职责").click();
        keeper.choose(keeper.select("职责"), "区级负责人");
        Desk.fill(keeper.dialog(), "理由", "十一月起接任");
        Desk.button(keeper.dialog(), "提出").click();
        assertThat(keeper.text("已提出，等安全管理员确认。")).isVisible();

        Desk guard = administrator(desks, "anquan");
        assertThat(guard.heading("安全管理")).isVisible();
        guard.assertAccessible();
        guard.open("/duty-proposals");
        guard.button("不同意 陈立").click();
        Desk.fill(guard.dialog(), "理由", "任命文件还没有到");
        Desk.button(guard.dialog(), "不同意").click();
        assertThat(guard.text("没有等待确认的申请。")).isVisible();
        guard.button("全部").click();
        assertThat(guard.page().locator(".gz-table")).containsText("任命文件还没有到");

        Desk auditor = administrator(desks, "shenji");
        assertThat(auditor.heading("审计记录")).isVisible();
        auditor.choose(auditor.select("做了什么"), "职责");
        auditor.button("查询").click();
        assertThat(auditor.page().locator(".gz-table")).containsText("不同意职责申请");
        auditor.button("校验整条链…").click();
        Desk.button(auditor.dialog(), "开始校验").click();
        assertThat(auditor.dialog()).containsText("审计记录完好");
    }

    @Test
    void whoCanSeeACaseStandsOnItInPlainSentences(Desks desks) {
        Desk secretary = desks.signedIn("zhoumin");
        secretary.open("/demands?view=all");
        secretary.page().locator(".ledger-title a").first().click();
        secretary.button("看名单").click();
        assertThat(secretary.page().locator(".gz-seen")).containsText("永安里社区的社区书记");
        assertThat(secretary.page().locator(".gz-seen")).containsText("周敏");
        assertThat(secretary.text("系统、安全、审计三种管理员看不到诉求内容")).isVisible();
        secretary.assertAccessible();
    }

    @Test
    void whoeverLeavesAPostHandsOverRowByRow(Desks desks) {
        Desk secretary = desks.signedIn("zhoumin");
        secretary.open("/account");
        secretary.link("交接工作").click();
        assertThat(secretary.heading("周敏手上没办完的事")).isVisible();
        secretary.settle();
        secretary.assertAccessible();
    }

    private static Desk administrator(Desks desks, String login) {
        Desk desk = desks.office();
        desk.open("/sign-in");
        desk.fillSignIn(login);
        assertThat(desk.page().locator(".gz-rail")).isVisible();
        return desk;
    }

    private static void place(Desk desk, String label, String words) {
        Locator field = desk.dialog().getByLabel(label, exact());
        field.fill(words);
        desk.dialog()
                .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(Pattern.compile(words)))
                .first()
                .click();
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
