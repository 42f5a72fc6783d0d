package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where it is: a tap on a map for those who point, a list and words for those who do not. */
@JourneyTest
class PlaceJourney {

    private static final Pattern DEGREES = Pattern.compile("东经 116\\.\\d{4}°，北纬 39\\.\\d{4}°");

    @Test
    void aTapOnTheMapFindsTheCommunityAndStaffSeeTheSpot(Desks desks) {
        String title = "路口井盖松动，过车咣当响";
        Desk resident = desks.resident();
        resident.open("/portal/report");
        resident.button("在地图上点").click();
        // Two districts work here, so the way begins at the top.
        resident.button("北京市").click();
        resident.button("朝阳区").click();
        Locator map = resident.page().locator(".gz-place-map svg");
        assertThat(map).isVisible();
        resident.assertAccessible();
        resident.button("建外街道").click();
        assertThat(resident.page().locator(".gz-place-map circle").first()).isVisible();
        tap(map);
        assertThat(resident.text("离您点的地方最近的是")).isVisible();
        resident.assertAccessible();
        resident.assertNoSidewaysScrolling();
        resident.page()
                .locator("[role=status] .gzw-place")
                .filter(new Locator.FilterOptions().setHasText("永安里社区"))
                .click();
        assertThat(resident.text("已在地图上标出位置")).isVisible();
        Portal.choice(resident, "停车交通").click();
        resident.label("什么事").fill(title + "。");
        resident.label("不让办理的人看到我是谁").check();
        resident.button("提交").click();
        Portal.code(resident);

        Desk secretary = desks.signedIn("zhoumin");
        secretary.link("去受理：" + title).click();
        secretary.button("看地图").click();
        assertThat(secretary.page().locator(".gz-case-map .gz-place-map__pin")).isVisible();
        assertThat(secretary.page().locator(".gz-case-map")).containsText(DEGREES);
        secretary.assertAccessible();
    }

    @Test
    void atRegistrationTheSpotIsMarkedAndStaysThroughAReload(Desks desks) {
        Desk officer = desks.signedIn("chenli");
        officer.open("/demands/new");
        officer.button("在地图上标出").click();
        tap(officer.page().locator(".gz-place-map svg"));
        assertThat(officer.page().locator(".gz-pin")).containsText(DEGREES);
        Locator nearest =
                officer.page().locator(".gz-pin .gz-button").filter(new Locator.FilterOptions().setHasText("永安里社区"));
        nearest.click();
        assertThat(officer.label("哪个社区或网格")).hasValue("永安里社区");
        officer.assertAccessible();
        officer.page().reload();
        assertThat(officer.page().locator(".gz-pin")).containsText(DEGREES);
        officer.button("去掉标记").click();
        assertThat(officer.button("去掉标记")).hasCount(0);
        officer.button("不要了").click();
    }

    @Test
    void whoeverCannotRegisterIsNotOfferedToOnAPhoneEither(Desks desks) {
        Desk handler = desks.resident();
        handler.signIn("reli");
        assertThat(handler.link("待办")).isVisible();
        assertThat(handler.link("登记")).hasCount(0);
        handler.assertAccessible();
    }

    @Test
    void theNextCaseIsTheNextOfTheListOneCameFrom(Desks desks) {
        Desk officer = desks.signedIn("chenli");
        officer.open("/demands?view=open");
        Locator titles = officer.page().locator(".ledger-title a");
        assertThat(titles.nth(2)).isVisible();
        String second = titles.nth(1).getAttribute("href");
        String third = titles.nth(2).getAttribute("href");
        titles.nth(1).click();
        officer.link("下一件").click();
        assertThat(officer.page()).hasURL(Pattern.compile(third + "$"));
        officer.page().reload();
        officer.link("上一件").click();
        assertThat(officer.page()).hasURL(Pattern.compile(second + "$"));
    }

    /** Beside the point of a community. */
    private static void tap(Locator map) {
        assertThat(map).isVisible();
        Locator point = map.locator("circle").first();
        BoundingBox box = point.boundingBox();
        map.page().mouse().click(box.x + box.width / 2 + 3, box.y + box.height / 2 + 3);
    }
}
