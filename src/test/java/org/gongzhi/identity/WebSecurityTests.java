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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
@ExtendWith(OutputCaptureExtension.class)
class WebSecurityTests {

    private final IdentityFixtures people;

    @AutoClose
    private final Browser desk;

    WebSecurityTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.desk = new Browser(port, "127.0.0.6");
    }

    @Test
    void theWorkplaceAsksForASignInAndSaysSoInWords() {
        var answer = desk.get("/api/anything");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("http.signed-out");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void thePublicWindowAndTheHealthOfTheApplicationAreOpenAndNothingElseOfItsInside() {
        assertThat(desk.get("/public/nothing").status()).isEqualTo(404);
        assertThat(desk.get("/actuator/health").status()).isEqualTo(200);
        assertThat(desk.get("/actuator/env").status()).isIn(401, 403);
        assertThat(desk.cookie("gongzhi-session"))
                .as("nobody is given a session")
                .isEmpty();
    }

    @Test
    void aChangeWithoutTheTokenIsRefused() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        desk.forget("XSRF-TOKEN");
        var answer = desk.put("/api/account/locale", "{\"locale\":\"en\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("identity.page-too-old");

        var forged = desk.put("/api/account/locale", "{\"locale\":\"en\"}", "X-XSRF-TOKEN", "made-up");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(desk.get("/api/session").body().at("/locale").asString()).isEqualTo("zh-CN");
    }

    @Test
    void thePublicWindowIsGuardedByTheTokenToo() {
        assertThat(desk.post("/public/demands", "{}").code()).isEqualTo("identity.page-too-old");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMayDo() {
        for (String path : new String[] {"/api/session", "/public/nothing", "/"}) {
            var answer = desk.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains(WebSecurityConfiguration.CONTENT_SECURITY_POLICY)
                    .get()
                    .asString()
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("Permissions-Policy")).get().asString().contains("camera=()");
            assertThat(answer.header("Strict-Transport-Security"))
                    .as("only over TLS")
                    .isEmpty();
        }
        assertThat(desk.get("/api/session").header("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
    }

    @Test
    void overTlsTheBrowserIsToldToStayThere() {
        try (var behindProxy = new Browser(desk.port(), "127.0.0.1")) {
            var answer = behindProxy.get("/api/session", "X-Forwarded-Proto", "https");
            assertThat(answer.header("Strict-Transport-Security")).isPresent();
            assertThat(answer.response().headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Strict"));
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(desk.signIn(clerk.login(), PASSWORD).response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gongzhi-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void aBrowserAtThePublicWindowGetsAMarkThatEndsWithIt() {
        assertThat(desk.get("/public/nothing").response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gongzhi-visitor="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Path=/public")
                .doesNotContain("Max-Age", "Expires");
        assertThat(desk.get("/public/nothing").response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gongzhi-visitor="))
                .isEmpty();
    }

    @Test
    void noLogLineTellsWhoWroteToThePublicWindowOrWhat(CapturedOutput output) {
        desk.get("/public/nothing?words=secretquestion");
        desk.post("/public/demands", "{\"words\": secretwords", "X-Case-Code", "SECRETCODE");
        desk.post("/public/demands?q=secretquestion", "{\"words\":\"secretwords\"}");
        assertThat(output.getAll()).doesNotContain("127.0.0.6", "secretquestion", "secretwords", "SECRETCODE");
    }
}
