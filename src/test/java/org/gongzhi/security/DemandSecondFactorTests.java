package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.security.SecurityPeople.PASSWORD;
import static org.gongzhi.support.RegionFixtures.DONGCHENG_OF_DONGGUAN;
import static org.gongzhi.support.RegionFixtures.DONGGUAN;

import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
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
class DemandSecondFactorTests {

    private final SecurityPeople people;
    private final DemandSecondFactor demandSecondFactor;
    private final SecurityPermissions permissions;

    @AutoClose
    private final Browser guards;

    DemandSecondFactorTests(
            @Autowired SecurityPeople people,
            @Autowired DemandSecondFactor demandSecondFactor,
            @Autowired SecurityPermissions permissions,
            @LocalServerPort int port) {
        this.people = people;
        this.demandSecondFactor = demandSecondFactor;
        this.permissions = permissions;
        this.guards = new Browser(port, "127.0.0.5");
    }

    @Test
    void whatATerritoryDemandsHoldsBelowItAndIsLiftedWhereItWasSet() {
        var watcher = people.holding(DutyKind.OBSERVER, DONGCHENG_OF_DONGGUAN);
        var city = people.holding(DutyKind.SECURITY_ADMINISTRATOR, DONGGUAN);
        var town = people.holding(DutyKind.SECURITY_ADMINISTRATOR, DONGCHENG_OF_DONGGUAN);
        guards.signIn(city.login(), PASSWORD);
        try {
            assertThat(put("observer", true).status()).isEqualTo(200);
            assertThat(put("observer", true).status()).as("again, nothing new").isEqualTo(200);
            JsonNode here = demanded();
            assertThat(here.path("isDemanded").asBoolean()).isTrue();
            assertThat(here.path("without").asInt()).isPositive();
            assertThat(guards.get("/api/security/second-factors?state=owing&q=" + watcher.login())
                            .body()
                            .at("/items/0/isDemanded")
                            .asBoolean())
                    .isTrue();

            guards.signIn(town.login(), PASSWORD);
            assertThat(demanded().path("isDemandedAbove").asBoolean()).isTrue();
            assertThat(put("observer", false).code()).isEqualTo("security.demanded-above");
        } finally {
            demandSecondFactor
                    .set(permissions.reaching(city.actor()), DutyKind.OBSERVER, false)
                    .orThrow();
        }
        assertThat(demanded().path("isDemandedAbove").asBoolean()).isFalse();
    }

    @Test
    void onlyTheSecurityAdministratorSetsItAndOnlyForADuty() {
        assertThat(((Outcome.Refused<?>) demandSecondFactor.set(
                                people.holding(DutyKind.SYSTEM_ADMINISTRATOR, DONGGUAN)
                                        .actor(),
                                DutyKind.OBSERVER,
                                true))
                        .reason())
                .isEqualTo(SecurityRefusal.ONLY_SECURITY_ADMINISTRATOR);
        guards.signIn(people.holding(DutyKind.SECURITY_ADMINISTRATOR, DONGGUAN).login(), PASSWORD);
        assertThat(put("resident", true).code()).isEqualTo("security.duty-kind-unknown");
    }

    private JsonNode demanded() {
        for (JsonNode row :
                guards.get("/api/security/second-factor-demands").body().path("items")) {
            if (row.path("duty").asString().equals("observer")) {
                return row;
            }
        }
        throw new AssertionError("every duty is listed");
    }

    private Browser.Answer put(String duty, boolean isDemanded) {
        return guards.put(
                "/api/security/second-factor-demands/" + duty,
                "{\"isDemanded\":" + isDemanded + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
