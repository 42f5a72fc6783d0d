package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The system administrator lets a program in, tells another what happens, and takes both back. */
@JourneyTest
class ConnectionsJourney {

    @Test
    void aProgramIsLetInAndShutOut(Desks desks) {
        Desk administrator = desks.office();
        walk(administrator, "区大数据局");
    }

    @Test
    void onAPhoneToo(Desks desks) {
        Desk administrator = desks.resident();
        walk(administrator, "街道大屏");
    }

    private static void walk(Desk administrator, String name) {
        administrator.open("/machine-tokens");
        administrator.fillSignIn("xitong");
        look(administrator);
        administrator.button("发一个令牌…").click();
        Locator dialog = administrator.dialog();
        Desk.fill(dialog, "谁家的哪个系统", name);
        choosePlace(administrator, dialog, "能看到的地方");
        Desk.tick(dialog, "Open311 上报");
        look(administrator);
        Desk.button(dialog, "发令牌").click();
        assertThat(dialog.locator(".gz-token")).containsText(Pattern.compile("gz_[\\w-]{43}"));
        look(administrator);
        Desk.button(dialog, "我已交给对方").click();
        Locator row = administrator
                .page()
                .locator("tr, li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        assertThat(row).containsText("可用");
        look(administrator);
        Desk.button(row, "停用").click();
        Desk.button(administrator.dialog(), "停用").click();
        assertThat(row).containsText("已停用");

        administrator.open("/webhooks");
        look(administrator);
        administrator.button("设一个推送…").click();
        Desk.fill(administrator.dialog(), "谁家的哪个系统", name);
        Desk.fill(administrator.dialog(), "推到哪里", "https://10.1.2.3/in");
        choosePlace(administrator, administrator.dialog(), "推哪个地方的事");
        Desk.button(administrator.dialog(), "设好").click();
        assertThat(administrator.dialog()).containsText("内网");
        look(administrator);
        Desk.fill(administrator.dialog(), "推到哪里", "https://203.0.113.7/in");
        Desk.button(administrator.dialog(), "设好").click();
        assertThat(administrator.dialog()).containsText("whsec_");
        Desk.button(administrator.dialog(), "我已交给对方").click();
        administrator.button("看记录").first().click();
        look(administrator);
        administrator.button("撤掉").first().click();
        Desk.button(administrator.dialog(), "撤掉").click();
        assertThat(administrator.text("还没有设置推送。")).isVisible();
    }

    private static void choosePlace(Desk administrator, Locator dialog, String label) {
        dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill("建外");
        administrator.page().getByRole(AriaRole.OPTION).first().click();
    }

    private static void look(Desk desk) {
        desk.settle();
        desk.assertAccessible();
        desk.assertNoSidewaysScrolling();
    }
}
