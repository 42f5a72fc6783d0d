package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.security.SecurityPeople.PASSWORD;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@GongzhiTest
@Import(SecurityPeople.Beans.class)
class EndSessionTests {

    private final SecurityPeople people;

    @AutoClose
    private final Browser clerks;

    @AutoClose
    private final Browser guards;

    EndSessionTests(@Autowired SecurityPeople people, @LocalServerPort int port) {
        this.people = people;
        this.clerks = new Browser(port, "127.0.0.1");
        this.guards = new Browser(port, "127.0.0.5");
    }

    @Test
    void theSecurityAdministratorSeesWhoIsSignedInAndEndsIt() {
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        clerks.signIn(clerk.login(), PASSWORD, "User-Agent", "Desk");
        guards.signIn(guard.login(), PASSWORD);

        JsonNode found =
                guards.get("/api/security/sessions?q=" + clerk.login()).body().path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/browser").asString()).isEqualTo("Desk");
        assertThat(found.at("/0/address").asString()).isEqualTo("127.0.0.1");
        assertThat(found.toString())
                .doesNotContain(clerks.cookie("gongzhi-session").orElseThrow());

        String id = found.at("/0/id").asString();
        assertThat(end(guards, id).status()).isEqualTo(200);
        assertThat(clerks.get("/api/session").status()).isEqualTo(401);
        assertThat(end(guards, id).code()).isEqualTo("security.session-unknown");
    }

    @Test
    void pagesOfSessionsFollowEachOther() {
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        clerks.signIn(people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI).login(), PASSWORD);
        guards.signIn(guard.login(), PASSWORD);
        JsonNode first = guards.get("/api/security/sessions?limit=1").body();
        JsonNode second = guards.get("/api/security/sessions?limit=1&after="
                        + first.path("next").asString())
                .body();
        assertThat(first.at("/items/0/id").asString())
                .isNotEqualTo(second.at("/items/0/id").asString());
    }

    @Test
    void nobodyEndsASessionElsewhereOrTheirOwnHere() {
        var stranger = people.holding(DutyKind.SECURITY_ADMINISTRATOR, FENGTAI);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        guards.signIn(guard.login(), PASSWORD);
        clerks.signIn(clerk.login(), PASSWORD);
        String own = guards.get("/api/security/sessions?q=" + guard.login())
                .body()
                .at("/items/0/id")
                .asString();
        String theirs = guards.get("/api/security/sessions?q=" + clerk.login())
                .body()
                .at("/items/0/id")
                .asString();
        assertThat(end(guards, own).code()).isEqualTo("security.not-oneself");
        assertThat(end(clerks, own).code()).isEqualTo("security.only-security-administrator");
        guards.signIn(stranger.login(), PASSWORD);
        assertThat(end(guards, theirs).code()).isEqualTo("security.session-unknown");
    }

    private static Browser.Answer end(Browser browser, String id) {
        return browser.delete(
                "/api/security/sessions/" + id,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
