package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.security.SecurityPeople.PASSWORD;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@GongzhiTest
@Import(SecurityPeople.Beans.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class ReleaseLockOutTests {

    private final SecurityPeople people;
    private final ReleaseLockOut releaseLockOut;

    @AutoClose
    private final Browser browser;

    ReleaseLockOutTests(
            @Autowired SecurityPeople people, @Autowired ReleaseLockOut releaseLockOut, @LocalServerPort int port) {
        this.people = people;
        this.releaseLockOut = releaseLockOut;
        this.browser = new Browser(port, "127.0.0.1");
    }

    @Test
    void whoeverLockedThemselvesOutMayTryAgainOnceReleased() {
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        for (int n = 0; n < 5; n++) {
            browser.signIn(clerk.login(), "wrong-" + n);
        }
        assertThat(browser.signIn(clerk.login(), PASSWORD).code()).isEqualTo("identity.sign-in-locked");
        browser.signIn(guard.login(), PASSWORD);
        assertThat(browser.get("/api/security/lock-outs").body().toString()).contains(clerk.login());

        releaseLockOut.release(guard.actor(), clerk.actor().account()).orThrow();
        assertThat(browser.signIn(clerk.login(), PASSWORD).status()).isEqualTo(200);
        assertThat(reason(releaseLockOut.release(guard.actor(), clerk.actor().account())))
                .isEqualTo(SecurityRefusal.LOCK_OUT_UNKNOWN);
    }

    @Test
    void onlyTheSecurityAdministratorOfTheTerritoryReleases() {
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        browser.signIn(clerk.login(), "wrong");
        assertThat(reason(releaseLockOut.release(
                        people.holding(DutyKind.SECURITY_ADMINISTRATOR, FENGTAI).actor(),
                        clerk.actor().account())))
                .isEqualTo(SecurityRefusal.LOCK_OUT_UNKNOWN);
        assertThat(reason(releaseLockOut.release(
                        people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG).actor(),
                        clerk.actor().account())))
                .isEqualTo(SecurityRefusal.ONLY_SECURITY_ADMINISTRATOR);
    }

    private static SecurityRefusal reason(Outcome<?> outcome) {
        return (SecurityRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
