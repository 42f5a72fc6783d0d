package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Plans for the tree are the system administrators', each below the node they administer. */
@ScopeTest
class ReorganizationScopeTests {

    private final Territory territory;
    private final int port;

    ReorganizationScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    @Test
    @Covers({
        "/api/reorganizations",
        "/api/reorganizations/{id}",
        "/api/reorganizations/{id}/lines/{topic}",
        "/api/reorganizations/departments"
    })
    void onlySystemAdministratorsReadPlansAndOnlyOfTheirOwnTerritory() {
        Held elsewhere = territory.staff.duties.stream()
                .filter(held -> held.kind() == DutyKind.DISTRICT_OFFICER)
                .findFirst()
                .orElseThrow();
        UUID plan = plannedAt(elsewhere);
        UUID later = plannedAt(elsewhere);
        for (Held reader : territory.readers()) {
            boolean isAdministrator = reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR;
            boolean isTheirs =
                    isAdministrator && reader.node().holds(elsewhere.node().code());
            Browser.Answer page = territory.as(reader, port).get("/api/reorganizations");
            assertThat(page.status()).as(territory.because(reader, "plans")).isEqualTo(isAdministrator ? 200 : 403);
            assertThat(Territory.texts(page.body().path("items"), "id").contains(plan.toString()))
                    .as(territory.because(reader, "plans"))
                    .isEqualTo(isTheirs);
            if (isTheirs) {
                JsonNode newest = territory
                        .as(reader, port)
                        .get("/api/reorganizations?limit=1")
                        .body();
                assertThat(Territory.texts(newest.path("items"), "id")).containsExactly(later.toString());
                assertThat(Territory.texts(
                                territory
                                        .as(reader, port)
                                        .get("/api/reorganizations?limit=1&after="
                                                + newest.path("next").asString())
                                        .body()
                                        .path("items"),
                                "id"))
                        .containsExactly(plan.toString());
            }
            for (String path : List.of("/" + plan, "/" + plan + "/lines/cases")) {
                assertThat(territory
                                .as(reader, port)
                                .get("/api/reorganizations" + path)
                                .status())
                        .as(territory.because(reader, path))
                        .isEqualTo(isTheirs ? 200 : isAdministrator ? 404 : 403);
            }
            assertThat(territory
                            .as(reader, port)
                            .get("/api/reorganizations/departments?region="
                                    + reader.node().code())
                            .status())
                    .isEqualTo(isAdministrator ? 200 : 403);
        }
    }

    private UUID plannedAt(Held somebody) {
        UUID id = UUID.randomUUID();
        territory
                .owner
                .sql("""
                        insert into reorganization (id, region_code, subject, kind, effective_on, asked, plan, tree_mark, planned_by, planner, planned_at)
                        values (:id, :region, 'region', 'rename', '2099-01-01', :asked::jsonb, :plan::jsonb, '', :account, '某人', now())
                        """)
                .param("id", id)
                .param("region", somebody.node().code().value())
                .param(
                        "asked",
                        "{\"subject\":\"REGION\",\"kind\":\"RENAME\",\"nodes\":[],\"parts\":[],\"choices\":{},\"effectiveOn\":\"2099-01-01\"}")
                .param("plan", "{\"nodes\":[],\"pairs\":[],\"lines\":[],\"questions\":[],\"notes\":[]}")
                .param("account", somebody.account())
                .update();
        return id;
    }
}
