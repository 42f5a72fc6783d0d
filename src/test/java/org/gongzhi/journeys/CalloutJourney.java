package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** 吹哨报到: the street calls two, one comes, the other declines and is held to it; both report, the street judges, and only then the case goes on. */
@JourneyTest
class CalloutJourney {

    @Test
    void theStreetCallsTwoAndTheCaseWaitsForBoth(Desks desks) {
        String title = "路口几家餐馆占道经营，油烟呛人";
        Portal.raise(desks.resident(), title + "。");
        Desk secretary = desks.signedIn("zhoumin");
        secretary.link("去受理：" + title).click();
        secretary.act("受理", "受理");
        String address = secretary.path();
        assertThat(secretary.page().locator("#callouts")).containsText("只有街道能吹哨");
        secretary.act("上报街道…", "上报", dialog -> {
            Desk.tick(dialog, "需要多个部门一起办");
            Desk.fill(dialog, "具体情况", "要城管和执法一起去。");
        });

        Desk officer = desks.signedIn("chenli");
        officer.link("去接收：" + title).click();
        officer.act("接收", "接收");
        Locator panel = officer.page().locator("#callouts");
        Desk.button(panel, "吹哨…").click();
        Locator dialog = officer.dialog();
        Desk.tick(dialog, "需要联合执法");
        Desk.fill(dialog, "要大家做什么", "周五晚联合整治，当场清退占道桌椅。");
        dialog.getByLabel("综合行政执法队").first().check();
        dialog.getByLabel("城市管理办公室").first().check();
        officer.assertAccessible();
        Desk.button(dialog, "吹哨").click();
        assertThat(dialog).hasCount(0);
        assertThat(panel).containsText("2 个单位在办");
        assertThat(officer.page().locator(".gz-act")).containsText("吹哨叫来的单位还没有办完");

        Desk enforcement = desks.signedIn("cb110105001x4");
        enforcement.link("去报到：" + title).click();
        act(enforcement, "报到", "报到", _ -> {});
        act(enforcement, "报结果", "报结果", form -> Desk.fill(form, "办了什么，结果怎样", "清退桌椅 12 套，立案 2 起。"));

        // In the field, on a phone.
        Desk city = desks.resident();
        city.signIn("cb110105001x1");
        city.link("去报到：" + title).click();
        act(city, "说不来", "提交", form -> {
            Desk.tick(form, "不属于本单位职责");
            Desk.fill(form, "说明", "占道经营归执法队。");
        });

        officer.open(address);
        Locator declined = panel.locator("article").filter(new Locator.FilterOptions().setHasText("城市管理办公室"));
        assertThat(declined).containsText("占道经营归执法队");
        Desk.button(declined, "定要不要来").click();
        Desk.tick(officer.dialog(), "不成立，要来");
        Desk.fill(officer.dialog(), "说明", "环境卫生由你办负责。");
        Desk.button(officer.dialog(), "就这样定").click();
        assertThat(officer.dialog()).hasCount(0);

        city.open("/");
        city.link("去报到：" + title).click();
        assertThat(city.page().locator("article")).containsText("已定要来");
        act(city, "报到", "报到", _ -> {});
        act(city, "报结果", "报结果", form -> Desk.fill(form, "办了什么，结果怎样", "夜间保洁加派两人。"));

        officer.open(address);
        assertThat(panel).containsText("都有了结果");
        Locator finished = panel.locator("article").filter(new Locator.FilterOptions().setHasText("综合行政执法队"));
        Desk.button(finished, "评价").click();
        Desk.tick(officer.dialog(), "到位");
        Desk.button(officer.dialog(), "提交评价").click();
        assertThat(officer.dialog()).hasCount(0);
        assertThat(finished).containsText("街道评价：到位");
        officer.act("报请核查", "报请核查", form -> Desk.fill(form, "办理结果", "两家单位都到了，路口已清。"));
        assertThat(officer.page().locator(".gz-head__facts")).containsText("待核查");
        officer.assertNoSidewaysScrolling();
    }

    private static void act(Desk desk, String button, String send, Consumer<Locator> fill) {
        Desk.button(desk.page().locator("article"), button).click();
        fill.accept(desk.dialog());
        Desk.button(desk.dialog(), send).click();
        assertThat(desk.dialog()).hasCount(0);
        assertThat(desk.page().locator("main .gz-note--good")).isVisible();
    }
}
