package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The system administrator moves a community to another street, sees where everything went, and takes it back. */
@JourneyTest
class ReorganizationJourney {

    @Test
    void aCommunityIsMovedAfterAPlanAndTakenBack(Desks desks) {
        Desk administrator = signedIn(desks.office());
        administrator.open("/reorganizations");
        administrator.settle();
        administrator.assertAccessible();
        administrator.link("新的调整").click();
        administrator
                .page()
                .getByText("划转", new Page.GetByTextOptions().setExact(true))
                .click();
        pick(administrator, "要调整的单位", "吉祥里社区");
        pick(administrator, "划到哪个上级下面", "朝外街道");
        administrator.button("出方案").click();
        assertThat(administrator.text("吉祥里社区已经在朝外街道下面").first()).isVisible();
        administrator.assertAccessible();
        pick(administrator, "划到哪个上级下面", "建外街道");
        administrator.keepPicture(Path.of("target/journeys/reorganization-form.png"));
        administrator.button("出方案").click();

        assertThat(administrator.heading("吉祥里社区 划入 建外街道")).isVisible();
        assertThat(administrator.text("朝阳区 › 建外街道 › 吉祥里社区")).isVisible();
        assertThat(administrator.text("以前的数字仍按当时的区划")).isVisible();
        administrator.settle();
        administrator.assertAccessible();
        administrator.assertNoSidewaysScrolling();
        administrator.keepPicture(Path.of("target/journeys/reorganization-plan.png"));
        administrator.page().locator(".reorganize-lines button").first().click();
        assertThat(administrator.dialog()).isVisible();
        administrator.assertAccessible();
        administrator.press("Escape");

        administrator.button("执行").click();
        Desk.button(administrator.dialog(), "执行").click();
        assertThat(administrator.button("撤回")).isVisible();
        administrator.open("/reorganizations");
        assertThat(administrator.text("已执行").first()).isVisible();
        administrator.link("吉祥里社区 划入 建外街道").first().click();

        bothTreesAreReadSideBySide(desks.office(), "reorganization-cockpit");
        bothTreesAreReadSideBySide(desks.resident(), "reorganization-cockpit-phone");

        administrator.button("撤回").click();
        Desk.button(administrator.dialog(), "撤回").click();
        assertThat(administrator.text("已撤回")).isVisible();
        administrator.settle();
        administrator.assertAccessible();
    }

    @Test
    void onAPhoneAPlanIsReadToo(Desks desks) {
        Desk administrator = signedIn(desks.resident());
        administrator.open("/reorganizations/new");
        administrator
                .page()
                .getByText("拆分", new Page.GetByTextOptions().setExact(true))
                .click();
        pick(administrator, "要调整的单位", "光华里社区");
        administrator.label("第 2 部分").fill("光华里东社区");
        administrator.settle();
        administrator.assertAccessible();
        administrator.assertNoSidewaysScrolling();
        administrator.keepPicture(Path.of("target/journeys/reorganization-split-phone.png"));
        administrator.open("/reorganizations");
        administrator.settle();
        administrator.assertAccessible();
        administrator.assertNoSidewaysScrolling();
        administrator.keepPicture(Path.of("target/journeys/reorganization-list-phone.png"));
    }

    private static void bothTreesAreReadSideBySide(Desk leader, String picture) {
        leader.signIn("shenyan");
        leader.open("/cockpit?period=months12&region=110105001000000");
        assertThat(leader.heading("这段时间里区划有过调整")).isVisible();
        leader.page()
                .getByText("按现在的区划", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(leader.page()).hasURL(Pattern.compile("tree=now"));
        leader.settle();
        leader.assertAccessible();
        leader.assertNoSidewaysScrolling();
        leader.keepPicture(Path.of("target/journeys/" + picture + ".png"));
    }

    private static Desk signedIn(Desk desk) {
        desk.open("/sign-in");
        desk.fillSignIn("xitong");
        assertThat(desk.page()).not().hasURL(Pattern.compile("sign-in"));
        return desk;
    }

    private static void pick(Desk desk, String field, String name) {
        desk.label(field).fill(name);
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
    }
}
