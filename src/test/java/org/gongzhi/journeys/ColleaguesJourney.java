package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What happens at the borders: between two people, between two streets, before and after signing in. */
@JourneyTest
class ColleaguesJourney {

    @Test
    void whoeverComesFromOutsideSignsInAndIsBackWhereTheyWanted(Desks desks) {
        Desk clerk = desks.office();
        clerk.open("/demands?view=all");
        assertThat(clerk.button("登录")).isVisible();
        clerk.fillSignIn("shequ");
        assertThat(clerk.heading("民情台账")).isVisible();
        assertThat(clerk.path()).isEqualTo("/demands?view=all");
    }

    @Test
    void whoeverIsAwayIsStoodInForBySomebodyWhoThenSwitchesToTheirDuty(Desks desks) {
        Desk away = desks.signedIn("zhoumin");
        away.open("/deputies");
        away.button("请人代理").click();
        Desk.fill(away.dialog(), "姓名、账号", "chenli");
        Desk.button(away.dialog(), "查找").click();
        away.choose(away.select("请谁代"), "陈立");
        away.assertAccessible();
        Desk.button(away.dialog(), "请人代理").click();
        assertThat(away.text("已请 陈立 代理")).isVisible();

        Desk deputy = desks.signedIn("chenli");
        deputy.page().locator(".gz-acting button").first().click();
        deputy.page()
                .getByRole(AriaRole.MENUITEMRADIO)
                .filter(new Locator.FilterOptions().setHasText("代周敏"))
                .click();
        assertThat(deputy.page().locator(".gz-acting__role")).containsText("代周敏");

        away.button("结束 陈立").click();
        Desk.button(away.dialog(), "结束").click();
        assertThat(away.text("代理已结束")).isVisible();
    }

    @Test
    void theCaseOfAnotherStreetSaysWhoseItIsAndWhoCanHelp(Desks desks) {
        Desk neighbour = desks.signedIn("jd110105002");
        neighbour.open("/demands?view=all");
        Locator first = neighbour.page().locator(".ledger-title a").first();
        assertThat(first).isVisible();
        String address = first.getAttribute("href");

        Desk officer = desks.signedIn("chenli");
        officer.open(address);
        assertThat(officer.text("这件事属于朝外街道。需要看的话，请朝外街道工委授权。")).isVisible();
        officer.assertAccessible();
    }
}
