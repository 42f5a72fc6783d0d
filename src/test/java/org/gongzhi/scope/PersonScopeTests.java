package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is about people themselves: their duties, their sessions, and the trail of what was done. */
@ScopeTest
class PersonScopeTests {

    private final Territory territory;
    private final int port;

    PersonScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    @Test
    @Covers({"/api/session", "/api/account/sessions", "/api/account/second-factor", "/api/account/provider"})
    void oneHoldsOnesOwnDutiesAndSessionsAndCannotActUnderAnothers() {
        List<Held> readers = territory.readers();
        for (Held reader : readers) {
            Browser browser = territory.as(reader, port);
            JsonNode session = browser.get("/api/session").body();
            assertThat(session.path("account").path("id").asString())
                    .isEqualTo(reader.account().toString());
            assertThat(Territory.texts(session.path("duties"), "id"))
                    .as(territory.because(reader, "duties"))
                    .containsExactlyInAnyOrderElementsOf(territory.staff.duties.stream()
                            .filter(other -> other.account().equals(reader.account()))
                            .map(other -> other.id().toString())
                            .toList());
            Browser.Answer sessions = browser.get("/api/account/sessions");
            JsonNode items = sessions.body().isArray()
                    ? sessions.body()
                    : sessions.body().path("items");
            assertThat(items.size()).as(territory.because(reader, "sessions")).isEqualTo(1);
            assertThat(browser.get("/api/account/second-factor")
                            .body()
                            .path("isOn")
                            .asBoolean())
                    .as(territory.because(reader, "a second factor"))
                    .isFalse();
            assertThat(browser.get("/api/account/provider").body().has("since"))
                    .as(territory.because(reader, "a link to a provider"))
                    .isFalse();
            Held other = readers.stream()
                    .filter(held -> !held.account().equals(reader.account()))
                    .findFirst()
                    .orElseThrow();
            assertThat(browser.put("/api/session/duty", "{\"dutyId\":\"" + other.id() + "\"}")
                            .status())
                    .isIn(403, 404, 409, 422);
        }
    }

    @Test
    @Covers("/api/audit-entries")
    void theTrailOfDeedsIsReadByItsAdministratorAndOnlyOfTheirTerritory() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            String door = "/api/audit-entries?action=demand.close&limit=100";
            Browser.Answer first = browser.get(door);
            boolean mayRead = reader.kind() == DutyKind.AUDIT_ADMINISTRATOR;
            String because = territory.because(reader, "the trail of deeds");
            assertThat(first.status()).as(because).isEqualTo(mayRead ? 200 : 403);
            if (!mayRead) {
                continue;
            }
            List<String> listed = new ArrayList<>();
            JsonNode page = first.body();
            listed.addAll(Territory.texts(page.path("items"), "id"));
            while (page.path("next").isString()) {
                page = browser.get(door + "&after=" + page.path("next").asString())
                        .body();
                listed.addAll(Territory.texts(page.path("items"), "id"));
            }
            assertThat(listed)
                    .as(because)
                    .isEqualTo(territory
                            .owner
                            .sql("""
                                    select id::text from audit_entry
                                    where action = 'demand.close' and region_code >= :from and region_code < :to order by at desc, id desc""")
                            .param("from", reader.node().code().value())
                            .param("to", reader.node().to())
                            .query(String.class)
                            .list());
        }
    }
}
