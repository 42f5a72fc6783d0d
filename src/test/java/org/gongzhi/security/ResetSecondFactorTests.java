package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.security.SecurityPeople.PASSWORD;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIXIANGLI;

import org.gongzhi.factor.SecondFactors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.support.Authenticator;
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
class ResetSecondFactorTests {

    private final SecurityPeople people;
    private final SecondFactors factors;
    private final ResetSecondFactor resetSecondFactor;

    @AutoClose
    private final Browser clerks;

    @AutoClose
    private final Browser guards;

    ResetSecondFactorTests(
            @Autowired SecurityPeople people,
            @Autowired SecondFactors factors,
            @Autowired ResetSecondFactor resetSecondFactor,
            @LocalServerPort int port) {
        this.people = people;
        this.factors = factors;
        this.resetSecondFactor = resetSecondFactor;
        this.clerks = new Browser(port, "127.0.0.1");
        this.guards = new Browser(port, "127.0.0.5");
    }

    @Test
    void aLostFactorIsTakenAwayAndWhoeverWasInIsOut() {
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, JIXIANGLI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        clerks.signIn(clerk.login(), PASSWORD);
        enrol(clerk.actor());
        guards.signIn(guard.login(), PASSWORD);
        JsonNode row = listed(clerk, "on");
        assertThat(row.has("since")).isTrue();
        assertThat(row.path("isDemanded").asBoolean()).isFalse();

        String door = "/api/security/second-factors/" + clerk.actor().account() + "/reset";
        var without = guards.post(door, "{}");
        assertThat(without.code()).isEqualTo("security.reset-reason-missing");
        assertThat(without.body().path("field").asString()).isEqualTo("reason");
        assertThat(guards.post(door, "{\"reason\":\"手机丢失\"}")
                        .body()
                        .path("endedSessions")
                        .asInt())
                .isEqualTo(1);
        assertThat(clerks.get("/api/session").status()).isEqualTo(401);
        assertThat(clerks.signIn(clerk.login(), PASSWORD).status()).isEqualTo(200);
        assertThat(listed(clerk, "off").path("login").asString()).isEqualTo(clerk.login());
        assertThat(guards.post(door, "{\"reason\":\"手机丢失\"}").code()).isEqualTo("security.no-second-factor");
    }

    @Test
    void nobodyResetsElsewhereOrTheirOwn() {
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, JIXIANGLI);
        enrol(clerk.actor());
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        assertThat(reason(resetSecondFactor.reset(guard.actor(), guard.actor().account(), "丢了")))
                .isEqualTo(SecurityRefusal.NOT_ONESELF);
        assertThat(reason(resetSecondFactor.reset(
                        people.holding(DutyKind.SECURITY_ADMINISTRATOR, FENGTAI).actor(),
                        clerk.actor().account(),
                        "丢了")))
                .isEqualTo(SecurityRefusal.NO_SECOND_FACTOR);
        assertThat(reason(resetSecondFactor.reset(
                        people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG).actor(),
                        clerk.actor().account(),
                        "丢了")))
                .isEqualTo(SecurityRefusal.ONLY_SECURITY_ADMINISTRATOR);
    }

    @Test
    void pagesOfPeopleFollowEachOther() {
        guards.signIn(people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG).login(), PASSWORD);
        people.holding(DutyKind.COMMUNITY_CLERK, JIXIANGLI);
        String door = "/api/security/second-factors?limit=1";
        JsonNode first = guards.get(door).body();
        JsonNode second =
                guards.get(door + "&after=" + first.path("next").asString()).body();
        assertThat(first.at("/items/0/login").asString())
                .isLessThan(second.at("/items/0/login").asString());
        assertThat(guards.get(door + "&after=*").body().at("/items/0/login").asString())
                .as("what is no cursor of ours begins at the beginning")
                .isEqualTo(first.at("/items/0/login").asString());
    }

    private JsonNode listed(SecurityPeople.Somebody somebody, String state) {
        return guards.get("/api/security/second-factors?state=" + state + "&q=" + somebody.login())
                .body()
                .at("/items/0");
    }

    private void enrol(Actor person) {
        java.time.Instant now = java.time.Instant.now();
        people.transactions
                .write(person, () -> {
                    String secret =
                            factors.begin(person.account(), person.name(), now).secret();
                    return Outcome.done(factors.activate(person.account(), new Authenticator(secret).code(), now)
                            .orElseThrow());
                })
                .orThrow();
    }

    private static SecurityRefusal reason(Outcome<?> outcome) {
        return (SecurityRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
