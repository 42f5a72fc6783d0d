package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page, as everybody may meet it: axe finds nothing, the console stays empty, nothing hangs over a phone's edge, and one can say what is wrong with it. */
@JourneyTest
class EveryPageJourney {

    private static final List<String> PORTAL = List.of(
            "/portal/",
            "/portal/report",
            "/portal/follow",
            "/portal/judge",
            "/portal/matters",
            "/portal/place",
            "/portal/suggest",
            "/portal/no-such-page");

    @Test
    void residentsPages(Desks desks) {
        Desk resident = desks.resident();
        for (String path : PORTAL) {
            look(resident, path);
        }
    }

    @Test
    void residentsPagesInTheElderVersion(Desks desks) {
        Desk elder = desks.resident();
        elder.open("/portal/");
        elder.button("大字版").click();
        for (String path : PORTAL) {
            look(elder, path);
        }
    }

    @Test
    void pagesOfACommunity(Desks desks) {
        Desk secretary = desks.office();
        look(secretary, "/sign-in");
        secretary.signIn("zhoumin");
        for (String path : List.of(
                "/",
                "/handed-out",
                "/demands",
                "/demands?view=late",
                "/demands/new",
                "/demands/clusters",
                "/search?q=暖气",
                "/callouts?view=all",
                "/suggestions?view=all",
                "/suggestions/new?from=/demands",
                "/cockpit",
                "/account",
                "/password",
                "/second-factor",
                "/deputies",
                "/provider",
                "/rules",
                "/rules?book=formula",
                "/rules?book=route",
                "/rules?book=kind",
                "/rules?book=question",
                "/rules?book=reason",
                "/rules?book=holiday",
                "/no-such-page",
                firstCase(secretary),
                firstRequest(desks, secretary))) {
            look(secretary, path);
        }
    }

    @Test
    void pagesOfADistrict(Desks desks) {
        Desk officer = desks.signedIn("shenyan");
        for (String path : List.of(
                "/",
                "/demands",
                "/cockpit?period=months12",
                "/cockpit?region=110105001000000",
                "/callouts?view=all",
                "/exchange",
                "/retention",
                "/retention?view=runs",
                "/retention?view=holds",
                "/rules?book=retention",
                "/rules?book=organization",
                "/organizations?by=place",
                "/organizations/new",
                "/organizations/sheets",
                uploadedRoll(officer),
                firstOrganization(officer),
                "/units?kind=shop",
                "/units/new",
                firstUnit(officer),
                firstCase(officer))) {
            look(officer, path);
        }
        officer.open("/cockpit?period=months12");
        officer.button("看口径").click();
        assertThat(officer.dialog()).isVisible();
        officer.assertAccessible();
    }

    @Test
    void pagesOfTheSystemAdministrator(Desks desks) {
        Desk administrator = desks.office();
        administrator.open("/system-health");
        administrator.fillSignIn("xitong");
        assertThat(administrator.heading("系统状态")).isVisible();
        assertThat(administrator.text("PostgreSQL 18")).isVisible();
        for (String path : List.of(
                "/system-health",
                "/rules",
                "/rules?book=holiday",
                "/machine-tokens",
                "/webhooks",
                "/key-rotation",
                "/suggestions",
                "/account")) {
            look(administrator, path);
        }
    }

    @Test
    void pagesOfTheStaffOnAPhone(Desks desks) {
        Desk worker = desks.resident();
        worker.signIn("zhoumin");
        for (String path : List.of(
                "/",
                "/demands",
                "/demands/new",
                "/callouts?view=all",
                "/suggestions?view=all",
                "/suggestions/new?from=/demands",
                "/cockpit",
                "/account",
                "/second-factor",
                "/deputies",
                "/rules",
                "/organizations",
                firstOrganization(worker),
                "/units",
                firstCase(worker))) {
            look(worker, path);
        }
    }

    @Test
    void pagesOfTheThreeAdministrators(Desks desks) {
        for (Desk desk : List.of(desks.office(), desks.resident())) {
            desk.open("/sign-in");
            desk.fillSignIn("xitong");
            assertThat(desk.heading("账号与职责")).isVisible();
            Locator first = desk.page().locator(".gz-table a").first();
            assertThat(first).isVisible();
            String account = first.getAttribute("href");
            for (String path : List.of(
                    "/accounts",
                    account,
                    "/accounts/import",
                    "/departments",
                    "/duty-proposals",
                    "/reorganizations",
                    "/reorganizations/new")) {
                look(desk, path);
            }
        }
        for (Desk desk : List.of(desks.office(), desks.resident())) {
            desk.open("/sign-in");
            desk.fillSignIn("anquan");
            assertThat(desk.heading("安全管理")).isVisible();
            for (String path : List.of(
                    "/security",
                    "/security?view=lockOuts",
                    "/security?view=factors",
                    "/security?view=demands",
                    "/security?view=keys",
                    "/security?view=permissions",
                    "/duty-proposals")) {
                look(desk, path);
            }
        }
        for (Desk desk : List.of(desks.office(), desks.resident())) {
            desk.open("/sign-in");
            desk.fillSignIn("shenji");
            assertThat(desk.heading("审计记录")).isVisible();
            look(desk, "/trail");
        }
    }

    private static void look(Desk desk, String path) {
        desk.open(path);
        desk.settle();
        if (!path.equals("/portal/suggest")) {
            assertThat(desk.page()
                            .locator("a[href*='suggest?from'], a[href*='suggestions/new?from']")
                            .first())
                    .isVisible();
        }
        desk.assertAccessible();
        desk.assertNoSidewaysScrolling();
    }

    private static String firstCase(Desk desk) {
        desk.open("/demands?view=all");
        Locator first = desk.page().locator(".ledger-title a").first();
        assertThat(first).isVisible();
        return first.getAttribute("href");
    }

    /** The sample has none, so somebody asks; the page of the case that lists it is looked at on the way. */
    private static String firstRequest(Desks desks, Desk secretary) {
        Desk resident = desks.resident();
        Portal.askAboutOwn(resident, Portal.raise(resident, "铁栅门的合页松了，一关就砸手"), "看看存了我哪些信息");
        secretary.open("/demands?view=all&q=铁栅门的合页");
        secretary.page().locator(".ledger-title a").click();
        Locator request = secretary.link("反映人要求查阅");
        assertThat(request).isVisible();
        secretary.assertAccessible();
        secretary.assertNoSidewaysScrolling();
        return request.getAttribute("href");
    }

    private static String firstOrganization(Desk desk) {
        desk.open("/organizations");
        Locator first = desk.page().locator(".organization-tree a").first();
        assertThat(first).isVisible();
        return first.getAttribute("href");
    }

    private static String uploadedRoll(Desk desk) {
        desk.open("/organizations/sheets");
        desk.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "名册.csv",
                        "text/csv",
                        "党组织名称,党组织类型,所在地,成立日期,正式党员数\n楼宇联合支部,联合党支部,永安里社区,2020-03-01,2\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.heading("表里的哪一列是什么")).isVisible();
        return desk.path();
    }

    private static String firstUnit(Desk desk) {
        desk.open("/units");
        Locator first = desk.page().locator("td a[href^='/units/']").first();
        assertThat(first).isVisible();
        return first.getAttribute("href");
    }
}
