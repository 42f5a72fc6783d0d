package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class ResetPasswordTests {

    private final StaffingFixtures people;
    private final ResetPassword resetPassword;
    private final ChangeAccount changeAccount;

    @AutoClose
    private final Browser browser;

    ResetPasswordTests(
            @Autowired StaffingFixtures people,
            @Autowired ResetPassword resetPassword,
            @Autowired ChangeAccount changeAccount,
            @LocalServerPort int port) {
        this.people = people;
        this.resetPassword = resetPassword;
        this.changeAccount = changeAccount;
        this.browser = new Browser(port, "127.0.0.1");
    }

    @Test
    void aOneTimePasswordOpensTheWayToAnOwnOneAndEndsEverySession() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        var first = resetPassword.reset(keeper, clerk.account()).orThrow();
        var entered = browser.signIn(first.login(), first.password());
        assertThat(entered.body().at("/mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/todos").code()).isEqualTo("identity.must-change-password");

        var second = resetPassword.reset(keeper, clerk.account()).orThrow();
        assertThat(second.endedSessions()).isEqualTo(1);
        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.signIn(first.login(), first.password()).status()).isNotEqualTo(200);
        assertThat(people.audited(clerk.account(), "account.password-reset")).isEqualTo(2);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndGetsNoPassword() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        var given = resetPassword.reset(keeper, clerk.account()).orThrow();
        browser.signIn(given.login(), given.password());
        changeAccount.disable(keeper, clerk.account()).orThrow();
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(reason(resetPassword.reset(keeper, clerk.account()))).isEqualTo(StaffingRefusal.ACCOUNT_DISABLED);
    }

    @Test
    void nobodyGetsAPasswordForAnAccountThatIsNotTheirsToKeep() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        assertThat(reason(resetPassword.reset(keeper, people.account(FENGTAI))))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        assertThat(reason(resetPassword.reset(keeper, keeper.account()))).isEqualTo(StaffingRefusal.NOT_ONESELF);
        assertThat(reason(resetPassword.reset(keeper, UUID.randomUUID()))).isEqualTo(StaffingRefusal.ACCOUNT_UNKNOWN);
        Actor guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        assertThat(reason(resetPassword.reset(guard, people.account(YONGANLI))))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
    }

    private static StaffingRefusal reason(Outcome<?> outcome) {
        return (StaffingRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
