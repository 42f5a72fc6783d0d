package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * 统一身份 as districts run it: to a Keycloak of its own and back. Too much to fetch for every run of the tests, so it has a command: {@code ./gongzhi keycloak}. What
 * stood on the screens is in target/keycloak-pictures.
 */
@JourneyTest
@DirtiesContext
class KeycloakTrial {

    private static final Keycloak KEYCLOAK =
            new Keycloak(Path.of(Optional.ofNullable(System.getProperty("gongzhi.keycloak"))
                    .orElseThrow(() -> new IllegalStateException("started by ./gongzhi keycloak"))));
    private static final String BY_PROVIDER = "用统一身份登录";

    private final Accounts accounts;
    private final Transactions transactions;
    private final Sql sql;

    KeycloakTrial(@Autowired Accounts accounts, @Autowired Transactions transactions, @Autowired DataSource database) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.sql = new Sql(database);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("gongzhi.federation.issuer", KEYCLOAK::issuer);
    }

    @AfterAll
    static void nobodyIsLeftRunning() {
        KEYCLOAK.stop();
    }

    @Test
    void whoeverLinkedTheirAccountArrivesAsThemselvesFromAnyScreen(Desks desks) {
        Desk desk = desks.signedIn("huanbao");
        desk.open("/provider");
        desk.settle();
        picture(desk, "unlinked-1440");
        desk.assertAccessible();
        desk.label("现在的口令").fill("not this one");
        desk.button("关联").click();
        assertThat(desk.page().getByRole(AriaRole.ALERT)).containsText("口令");
        desk.label("现在的口令").fill(Desk.PASSWORD);
        desk.button("关联").click();
        atKeycloak(desk, "zhou.min", "not this one");
        assertThat(desk.text("无效的用户名或密码").first()).isVisible();
        picture(desk, "keycloak-wrong-password-1440");
        atKeycloak(desk, "zhou.min", "zhou.min");
        assertThat(desk.text("已关联统一身份")).isVisible();
        desk.settle();
        assertThat(desk.path()).as("no code stays in the address").doesNotContain("code=");
        picture(desk, "linked-1440");
        desk.assertAccessible();
        signOut(desk);

        picture(desk, "sign-in-1440");
        desk.assertAccessible();
        desk.button(BY_PROVIDER).click();
        assertIn(desk);
        assertThat(whoIsIn(desk)).isEqualTo("huanbao");
        desk.open("/account");
        desk.settle();
        picture(desk, "account-1440");

        Desk phone = desks.resident();
        phone.open("/demands");
        assertThat(phone.button(BY_PROVIDER)).isVisible();
        picture(phone, "sign-in-390");
        phone.assertNoSidewaysScrolling();
        phone.button(BY_PROVIDER).click();
        atKeycloak(phone, "zhou.min", "zhou.min");
        phone.page().waitForURL("**/demands*");
        phone.settle();
        assertThat(whoIsIn(phone)).isEqualTo("huanbao");
        phone.open("/provider");
        phone.settle();
        picture(phone, "linked-390");
        phone.assertNoSidewaysScrolling();
        phone.assertAccessible();
    }

    @Test
    void whomNobodyLinkedIsTurnedAwayInWordsThatSayWhatToDo(Desks desks) {
        for (Desk desk : new Desk[] {desks.office(), desks.resident()}) {
            desk.open("/sign-in");
            desk.button(BY_PROVIDER).click();
            atKeycloak(desk, "li.gui", "li.gui");
            assertThat(desk.text("还没有关联账号")).isVisible();
            picture(desk, "not-linked-" + desk.page().viewportSize().width);
            desk.assertAccessible();
            desk.assertNoSidewaysScrolling();
            assertThat(whoIsIn(desk)).isEmpty();
            desk.page().getByText("回到登录页").click();
            assertThat(desk.button("登录")).isVisible();
        }
    }

    @Test
    void anAccountThatHasEndedStaysShut(Desks desks) {
        Desk desk = linked(desks, "reli", "sun.li");
        transactions
                .write(Actor.worker("test"), () -> {
                    accounts.setActive(account("reli"), false);
                    return Outcome.done(true);
                })
                .orThrow();
        desk.button(BY_PROVIDER).click();
        assertThat(desk.text("这个账号已停用")).isVisible();
        picture(desk, "ended-1440");
        assertThat(whoIsIn(desk)).isEmpty();
    }

    @Test
    void whoIsLockedOutHereIsNotLetInFromThere(Desks desks) {
        Desk desk = linked(desks, "chenli", "wang.wei");
        for (int n = 0; n < 6; n++) {
            desk.label("账号").fill("chenli");
            desk.label("口令").fill("not this one " + n);
            desk.page()
                    .waitForResponse("**/api/session", () -> desk.button("登录").click());
        }
        assertThat(desk.text("口令试错次数太多")).isVisible();
        desk.button(BY_PROVIDER).click();
        desk.page().waitForURL("**/sign-in/back");
        assertThat(desk.text("口令试错次数太多")).isVisible();
        picture(desk, "locked-1440");
        assertThat(whoIsIn(desk)).isEmpty();
    }

    @Test
    void whileTheProviderIsAwayThePageSaysSoAndThePasswordStillOpens(Desks desks) {
        Desk desk = linked(desks, "shequ", "zhao.lei");
        KEYCLOAK.stop();
        for (Desk each : new Desk[] {desk, desks.resident()}) {
            each.open("/sign-in");
            each.button(BY_PROVIDER).click();
            assertThat(each.text("统一身份那边现在连不上")).isVisible();
            assertThat(each.path()).startsWith("/sign-in");
            picture(each, "away-" + each.page().viewportSize().width);
            each.assertAccessible();
            each.assertNoSidewaysScrolling();
        }
        desk.fillSignIn("shequ");
        assertIn(desk);
        signOut(desk);
        KEYCLOAK.startAgain();
        // It still knows this browser.
        desk.button(BY_PROVIDER).click();
        assertIn(desk);
        assertThat(whoIsIn(desk)).isEqualTo("shequ");
    }

    private static Desk linked(Desks desks, String login, String name) {
        Desk desk = desks.signedIn(login);
        desk.open("/provider");
        desk.label("现在的口令").fill(Desk.PASSWORD);
        desk.button("关联").click();
        atKeycloak(desk, name, name);
        assertThat(desk.text("已关联统一身份")).isVisible();
        signOut(desk);
        return desk;
    }

    private static void atKeycloak(Desk desk, String name, String password) {
        Locator form = desk.page().locator("#kc-form-login");
        form.locator("#username").fill(name);
        form.locator("#password").fill(password);
        form.locator("#kc-login").click();
    }

    private static void signOut(Desk desk) {
        desk.open("/account");
        desk.button("退出登录").click();
        assertThat(desk.button(BY_PROVIDER)).isVisible();
    }

    private static void assertIn(Desk desk) {
        assertThat(desk.heading("工作台").or(desk.text("我的待办")).first()).isVisible();
    }

    /** The login of the session; empty when nobody is in. */
    private static String whoIsIn(Desk desk) {
        return String.valueOf(
                desk.page()
                        .evaluate(
                                "() => fetch('/api/session').then(answer => answer.json()).then(said => said.account?.login ?? '')"));
    }

    private UUID account(String login) {
        return sql.of("select id from account where login = :login")
                .bind("login", login)
                .one(row -> row.id("id"));
    }

    private static void picture(Desk desk, String name) {
        desk.keepPicture(Path.of("target/keycloak-pictures", name + ".png"));
    }
}
