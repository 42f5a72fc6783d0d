package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the three administrators read of people: each their own things, and only of their territory. */
@ScopeTest
class StaffScopeTests {

    private static final Set<DutyKind> KEEPERS = Set.of(DutyKind.SYSTEM_ADMINISTRATOR, DutyKind.SECURITY_ADMINISTRATOR);

    private final Territory territory;
    private final int port;

    StaffScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    @Test
    @Covers({"/api/accounts", "/api/accounts/{id}"})
    void accountsAreListedByTheirAdministratorsOfTheirTerritory() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            boolean mayRead = KEEPERS.contains(reader.kind());
            String because = territory.because(reader, "accounts");
            assertThat(browser.get("/api/accounts").status()).as(because).isEqualTo(mayRead ? 200 : 403);
            if (!mayRead) {
                continue;
            }
            List<String> expected = territory
                    .owner
                    .sql("""
                            select a.id::text from account a
                             where a.home_code >= :from and a.home_code < :to
                                or (a.home_code is null and :from = 0)
                                or exists (select from duty d where d.account_id = a.id and d.region_code >= :from and d.region_code < :to)
                             order by a.login""")
                    .param("from", reader.node().code().value())
                    .param("to", reader.node().to())
                    .query((row, _) -> row.getString(1))
                    .list();
            assertThat(all(browser, "/api/accounts?limit=25")).as(because).isEqualTo(expected);
            assertThat(browser.get("/api/accounts?limit=25&after=*").body())
                    .as("a cursor that is none is no place to go on from, " + because)
                    .isEqualTo(browser.get("/api/accounts?limit=25").body());
            territory.staff.duties.stream()
                    .map(held -> held.account().toString())
                    .distinct()
                    .limit(12)
                    .forEach(account -> assertThat(
                                    browser.get("/api/accounts/" + account).status())
                            .as(because + account)
                            .isEqualTo(expected.contains(account) ? 200 : 404));
        }
    }

    @Test
    @Covers({"/api/departments", "/api/duty-proposals"})
    void departmentsAndProposalsAreReadByTheirAdministratorsOfTheirTerritory() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            boolean mayRead = KEEPERS.contains(reader.kind());
            String because = territory.because(reader, "departments");
            Browser.Answer departments = browser.get("/api/departments");
            assertThat(departments.status()).as(because).isEqualTo(mayRead ? 200 : 403);
            assertThat(browser.get("/api/duty-proposals").status()).as(because).isEqualTo(mayRead ? 200 : 403);
            if (mayRead) {
                assertThat(Territory.texts(departments.body().path("items"), "id"))
                        .as(because)
                        .containsExactlyInAnyOrderElementsOf(territory.staff.departments.stream()
                                .filter(department -> department.node().value()
                                                >= reader.node().code().value()
                                        && department.node().value()
                                                < reader.node().to())
                                .map(department -> department.id().toString())
                                .toList());
                assertThat(browser.get("/api/departments?region=0").status())
                        .as(because)
                        .isEqualTo(reader.node().code().value() == 0 ? 200 : 403);
            }
        }
    }

    @Test
    @Covers({
        "/api/security/sessions",
        "/api/security/lock-outs",
        "/api/security/keys",
        "/api/security/permissions",
        "/api/security/second-factors",
        "/api/security/second-factor-demands"
    })
    void sessionsLockOutsAndKeysAreTheSecurityAdministratorsAlone() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            boolean mayRead = reader.kind() == DutyKind.SECURITY_ADMINISTRATOR;
            String because = territory.because(reader, "sessions");
            for (String door : List.of(
                    "sessions", "lock-outs", "keys", "permissions", "second-factors", "second-factor-demands")) {
                assertThat(browser.get("/api/security/" + door).status())
                        .as(because + door)
                        .isEqualTo(mayRead ? 200 : 403);
            }
            if (mayRead) {
                Set<String> kept = Set.copyOf(territory
                        .owner
                        .sql("select id::text from account where home_code >= :from and home_code < :to")
                        .param("from", reader.node().code().value())
                        .param("to", reader.node().to())
                        .query((row, _) -> row.getString(1))
                        .list());
                JsonNode page = browser.get("/api/security/sessions?limit=100").body();
                assertThat(kept).as(because).containsAll(Territory.texts(page.path("items"), "accountId"));
                JsonNode factors =
                        browser.get("/api/security/second-factors?limit=100").body();
                assertThat(kept).as(because).containsAll(Territory.texts(factors.path("items"), "accountId"));
            }
        }
    }

    @Test
    @Covers({"/api/deputies", "/api/deputies/candidates"})
    void deputiesAreReadByThoseTheyConcernAndTheirKeeper() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            assertThat(browser.get("/api/deputies").status())
                    .as(territory.because(reader, "deputies"))
                    .isEqualTo(200);
            for (Held other : territory.staff.duties.stream().limit(3).toList()) {
                long home = territory
                        .owner
                        .sql("select home_code from account where id = :id")
                        .param("id", other.account())
                        .query(Long.class)
                        .single();
                boolean isOwn = other.account().equals(reader.account());
                boolean isKeeper = reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR;
                String because = territory.because(reader, other.toString());
                assertThat(browser.get("/api/deputies?account=" + other.account())
                                .status())
                        .as(because)
                        .isEqualTo(isOwn || (isKeeper && isWithin(home, reader)) ? 200 : 403);
                boolean reachesFar = other.kind().isAdministrator()
                        || (other.department() == null && other.node().level() <= 3);
                assertThat(browser.get("/api/deputies/candidates?duty=" + other.id())
                                .status())
                        .as(because)
                        .isEqualTo(
                                isOwn
                                                || (isKeeper
                                                        && !reachesFar
                                                        && isWithin(
                                                                other.node()
                                                                        .code()
                                                                        .value(),
                                                                reader))
                                        ? 200
                                        : 403);
            }
        }
    }

    private static boolean isWithin(long code, Held reader) {
        return code >= reader.node().code().value() && code < reader.node().to();
    }

    @Test
    @Covers("/api/demands/{id}/viewers")
    void whoCanSeeACaseIsToldToThoseWhoCanAndNamesExactlyThose() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Demand demand :
                    territory.truth.demands().stream().limit(12).toList()) {
                Browser.Answer answer = browser.get("/api/demands/" + demand.id() + "/viewers");
                String because = territory.because(reader, demand.toString());
                if (!reader.sees(demand)) {
                    assertThat(answer.status()).as(because).isIn(403, 404);
                    continue;
                }
                Set<String> able = territory.staff.duties.stream()
                        .filter(held -> held.sees(demand))
                        .map(held -> held.account().toString())
                        .collect(java.util.stream.Collectors.toSet());
                assertThat(answer.body().path("total").asInt()).as(because).isEqualTo(able.size());
            }
        }
    }

    @Test
    @Covers("/api/accounts/{id}/viewers")
    void whoCanSeeAnAccountIsToldToItsHolderAndItsKeepers() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            assertThat(browser.get("/api/accounts/" + reader.account() + "/viewers")
                            .status())
                    .isEqualTo(200);
            for (Held other : territory.staff.duties.stream().limit(3).toList()) {
                long home = territory
                        .owner
                        .sql("select home_code from account where id = :id")
                        .param("id", other.account())
                        .query(Long.class)
                        .single();
                boolean mayRead = other.account().equals(reader.account())
                        || (KEEPERS.contains(reader.kind())
                                && home >= reader.node().code().value()
                                && home < reader.node().to());
                assertThat(browser.get("/api/accounts/" + other.account() + "/viewers")
                                .status())
                        .as(territory.because(reader, other.toString()))
                        .isEqualTo(mayRead ? 200 : 403);
            }
        }
    }

    @Test
    @Covers("/api/accounts/{id}/open-work")
    void whatSomebodyHasInHandIsReadByThemTheirLeadsAndTheirKeeperWithinWhatTheySee() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            Browser.Answer own = browser.get("/api/accounts/" + reader.account() + "/open-work");
            String because = territory.because(reader, "open work");
            assertThat(own.status()).as(because).isEqualTo(200);
            Set<String> seen = territory.truth.demands().stream()
                    .filter(reader::sees)
                    .map(demand -> demand.id().toString())
                    .collect(java.util.stream.Collectors.toSet());
            if (!reader.kind().isAdministrator()) {
                assertThat(seen)
                        .as(because)
                        .containsAll(Territory.texts(own.body().path("items"), "demandId"));
            }
            for (Held other : territory.staff.duties.stream().limit(3).toList()) {
                Browser.Answer answer = browser.get("/api/accounts/" + other.account() + "/open-work");
                boolean mayAsk = reader.kind().isLead() || reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR;
                if (!mayAsk && !other.account().equals(reader.account())) {
                    assertThat(answer.status()).as(because).isEqualTo(403);
                } else if (answer.status() == 200 && reader.kind().isLead()) {
                    assertThat(seen)
                            .as(because)
                            .containsAll(Territory.texts(answer.body().path("items"), "demandId"));
                } else if (answer.status() == 200 && reader.kind().isAdministrator()) {
                    assertThat(Territory.texts(answer.body().path("items"), "title"))
                            .as(because)
                            .allMatch(String::isEmpty);
                }
            }
        }
    }

    @Test
    @Covers({
        "/api/account-imports",
        "/api/account-imports/form",
        "/api/account-imports/{id}",
        "/api/account-imports/{id}/problems"
    })
    void importsAreReadByTheSystemAdministratorOfTheirTerritory() {
        java.util.UUID id = java.util.UUID.randomUUID();
        Held uploader = territory.staff.duties.getFirst();
        long node = territory.staff.duties.stream()
                .filter(held -> held.kind() == DutyKind.SYSTEM_ADMINISTRATOR)
                .findFirst()
                .orElseThrow()
                .node()
                .code()
                .value();
        territory
                .owner
                .sql("""
                        insert into account_import (id, region_code, file_name, uploaded_by, uploaded_at) values (:id, :node, '人员.xlsx', :by, now())""")
                .param("id", id)
                .param("node", node)
                .param("by", uploader.account())
                .update();
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            boolean mayRead = reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR;
            boolean isTheirs = mayRead
                    && node >= reader.node().code().value()
                    && node < reader.node().to();
            String because = territory.because(reader, "imports");
            assertThat(browser.get("/api/account-imports/form").status())
                    .as(because)
                    .isEqualTo(mayRead ? 200 : 403);
            Browser.Answer list = browser.get("/api/account-imports");
            assertThat(list.status()).as(because).isEqualTo(mayRead ? 200 : 403);
            assertThat(list.body().toString().contains(id.toString()))
                    .as(because)
                    .isEqualTo(isTheirs);
            int expected = isTheirs ? 200 : mayRead ? 404 : 403;
            assertThat(browser.get("/api/account-imports/" + id).status())
                    .as(because)
                    .isEqualTo(expected);
            assertThat(browser.get("/api/account-imports/" + id + "/problems").status())
                    .as(because)
                    .isEqualTo(expected);
        }
    }

    private static List<String> all(Browser browser, String door) {
        List<String> listed = new ArrayList<>();
        JsonNode page = browser.get(door).body();
        listed.addAll(Territory.texts(page.path("items"), "id"));
        while (page.path("next").isString()) {
            page = browser.get(door + "&after=" + page.path("next").asString()).body();
            listed.addAll(Territory.texts(page.path("items"), "id"));
        }
        return listed;
    }
}
