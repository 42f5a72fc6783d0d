package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.identity.IdentityFixtures.PASSWORD;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import javax.sql.DataSource;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
class ChangePasswordTests {

    private static final String NEXT = "xiaolongbao-jianbing";

    private final IdentityFixtures people;

    @AutoClose
    private final Browser desk;

    @AutoClose
    private final Browser phone;

    ChangePasswordTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.desk = new Browser(port, "127.0.0.1");
        this.phone = new Browser(port, "127.0.0.4");
    }

    @Test
    void whoeverMustChangeThePasswordReachesNothingElse() {
        var clerk = people.someoneNew(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(desk.signIn(clerk.login(), PASSWORD)
                        .body()
                        .at("/mustChangePassword")
                        .asBoolean())
                .isTrue();
        var elsewhere = desk.get("/api/anything");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo("identity.must-change-password");

        assertThat(change(PASSWORD, NEXT).status()).isEqualTo(200);

        assertThat(desk.get("/api/anything").status()).isEqualTo(404);
        assertThat(desk.get("/api/session").body().at("/mustChangePassword").asBoolean())
                .isFalse();
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndGivesThisOneANewId() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        phone.signIn(clerk.login(), PASSWORD);
        desk.signIn(clerk.login(), PASSWORD);
        String before = desk.cookie("gongzhi-session").orElseThrow();

        assertThat(change(PASSWORD, NEXT).body().at("/endedSessions").asInt()).isEqualTo(1);

        assertThat(desk.cookie("gongzhi-session").orElseThrow()).isNotEqualTo(before);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(phone.signIn(clerk.login(), PASSWORD).status()).isEqualTo(422);
        assertThat(phone.signIn(clerk.login(), NEXT).status()).isEqualTo(200);
        assertThat(people.audited(clerk, "account.password-change")).isEqualTo(1);
    }

    @Test
    void thePresentPasswordMustBeKnownAndGuessingItIsCounted() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        var answer = change("something else", NEXT);
        assertThat(answer.code()).isEqualTo("identity.password-current-wrong");
        assertThat(answer.body().at("/field").asString()).isEqualTo("current");
        for (int i = 0; i < 4; i++) {
            answer = change("something else", NEXT);
        }
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void theNewPasswordMustFollowTheRules() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(change(PASSWORD, "short").body().at("/field").asString()).isEqualTo("next");
        assertThat(change(PASSWORD, PASSWORD).code()).isEqualTo("identity.password-unchanged");
    }

    private Browser.Answer change(String current, String next) {
        return desk.put("/api/account/password", "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}");
    }
}
