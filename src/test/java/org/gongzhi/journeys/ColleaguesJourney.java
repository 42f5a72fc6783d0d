package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
