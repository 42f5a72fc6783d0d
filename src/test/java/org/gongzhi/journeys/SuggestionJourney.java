package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** 提意见: from any page, answered by the level above, read where one finds what waits. */
@JourneyTest
class SuggestionJourney {

    private static final String WORDS = "打印的单子上看不清时限";

    @Test
    void aCommunitySpeaksTheStreetAnswersAndTheCommunityReadsIt(Desks desks) {
        Desk secretary = desks.signedIn("zhoumin");
        secretary.open("/demands?view=all");
        secretary.page().locator(".ledger-title a").first().click();
        secretary.casePath();
        secretary.link("提意见").click();
        assertThat(secretary.text("从这一页提的：诉求")).isVisible();
        secretary.button("提交").click();
        assertThat(secretary.text("请选择是问题、建议还是投诉。")).isVisible();
        Desk.tick(secretary.page().locator("main"), "问题");
        Desk.fill(secretary.page().locator("main"), "具体说一说", WORDS);
        secretary.assertAccessible();
        secretary.button("提交").click();
        assertThat(secretary.text("答复后会出现在您的待办里")).isVisible();

        // On a phone, on the way.
        Desk officer = desks.resident();
        officer.signIn("chenli");
        officer.link("去答复：" + WORDS).click();
        assertThat(officer.page().locator("main")).containsText("周敏");
        Desk.fill(officer.page().locator("main"), "答复", "下一版把时限放到第一行。");
        officer.assertAccessible();
        officer.assertNoSidewaysScrolling();
        officer.button("答复").click();
        assertThat(officer.text("已答复，提意见的人会看到。")).isVisible();

        secretary.open("/");
        secretary.link("去看答复：" + WORDS).click();
        assertThat(secretary.text("下一版把时限放到第一行。")).isVisible();
        secretary.settle();
        secretary.open("/suggestions?view=mine");
        assertThat(secretary.page().locator("main tbody")).containsText("已答复");
        secretary.open("/");
        assertThat(secretary.link("去看答复：" + WORDS)).hasCount(0);
    }

    @Test
    void aResidentSpeaksWithoutAnAccountAndFollowsItByTheCode(Desks desks) {
        Desk resident = desks.resident();
        resident.open("/portal/report");
        resident.link("给这个网站提意见").click();
        resident.button("提交").click();
        assertThat(resident.text("请选一项。")).isVisible();
        Portal.choice(resident, "建议").click();
        Locator main = resident.page().locator("main");
        Desk.fill(main, "请说一说", "选地点那一步，字可以再大一点。");
        resident.button("提交").click();
        assertThat(resident.heading("收到了，谢谢")).isVisible();
        String code = Portal.code(resident);
        resident.assertAccessible();
        Desk.fill(main, "查询码", code);
        resident.button("看答复").click();
        assertThat(resident.text("还没有答复，最晚")).isVisible();
    }
}
