package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes, what went and what is held is told of cases one sees, to those who answer for a place. */
@ScopeTest
class RetentionScopeTests {

    private final Territory territory;
    private final int port;

    RetentionScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    private static boolean mayLook(Held reader) {
        return reader.kind().isLead()
                || reader.kind() == DutyKind.STREET_OFFICER
                || reader.kind() == DutyKind.DISTRICT_OFFICER;
    }

    @Test
    @Covers({"/api/retention/due", "/api/retention/holds"})
    void whatWillGoAndWhatIsHeldIsOfCasesOneSees() {
        List<Truth.Demand> held = new ArrayList<>(territory.truth.demands());
        java.util.Collections.shuffle(held, new Random(territory.seed));
        held.subList(30, held.size()).clear();
        UUID account = territory.readers().getFirst().account();
        for (Truth.Demand demand : held) {
            territory
                    .owner
                    .sql("""
                            insert into demand_hold (id, demand_id, region_code, reason, set_by, set_at) values (:id, :id, :region, '诉讼', :account, now())
                            on conflict do nothing""")
                    .param("id", demand.id())
                    .param("region", demand.region().value())
                    .param("account", account)
                    .update();
        }
        UUID rule = UUID.randomUUID();
        territory.owner.sql("""
                        insert into retention_rule (id, region_code, months, removes_photos, valid, version, source) values (:id, 0, 1, false, '[2020-01-01,)', 900, '测试')""").param("id", rule).update();
        try {
            Set<String> due =
                    Set.copyOf(territory.owner.sql("""
                            select d.id::text from demand d left join demand o on o.id = d.merged_into_id
                            where d.status in ('settled', 'declined', 'merged') and coalesce(d.closed_at, d.status_at) < now() - interval '1 month'
                              and (o.id is null or o.status in ('settled', 'declined', 'merged'))
                              and not exists (select from demand_hold h where h.demand_id = d.id)""").query(String.class).list());
            for (Held reader : territory.readers()) {
                Browser browser = territory.as(reader, port);
                String because = territory.because(reader, "retention");
                Browser.Answer going = browser.get("/api/retention/due");
                Browser.Answer holds = browser.get("/api/retention/holds");
                if (!mayLook(reader)) {
                    assertThat(going.status()).as(because).isEqualTo(403);
                    assertThat(holds.status()).as(because).isEqualTo(403);
                    continue;
                }
                List<Truth.Demand> seen =
                        territory.truth.demands().stream().filter(reader::sees).toList();
                Set<String> expected = seen.stream()
                        .map(demand -> demand.id().toString())
                        .filter(due::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(going.body().path("total").asInt()).as(because).isEqualTo(expected.size());
                assertThat(expected)
                        .as(because)
                        .containsAll(Territory.texts(going.body().path("cases"), "id"));
                assertThat(Territory.texts(holds.body().path("items"), "demandId"))
                        .as(because)
                        .containsExactlyInAnyOrderElementsOf(held.stream()
                                .filter(reader::sees)
                                .map(demand -> demand.id().toString())
                                .toList());
            }
        } finally {
            territory
                    .owner
                    .sql("delete from retention_rule where id = :id")
                    .param("id", rule)
                    .update();
            territory.owner.sql("delete from demand_hold").update();
        }
    }

    @Test
    @Covers({"/api/retention/runs", "/api/retention/runs/{id}/proof"})
    void whatWentIsToldOfDistrictsOneSeesWhole() {
        record Run(UUID id, Place district) {}
        List<Run> runs = new ArrayList<>();
        for (Place district : territory.tree.places()) {
            if (district.level() == 3) {
                Run run = new Run(UUID.randomUUID(), district);
                territory
                        .owner
                        .sql("""
                                insert into retention_run (id, region_code, at, demands, contacts, texts, places, photos, oldest, digest, remaining)
                                values (:id, :region, now(), 1, 1, 1, 1, 0, now(), 'none', 0)""")
                        .param("id", run.id())
                        .param("region", district.code().value())
                        .update();
                runs.add(run);
            }
        }
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            String because = territory.because(reader, "runs");
            Browser.Answer all = browser.get("/api/retention/runs?limit=100");
            if (!mayLook(reader)) {
                assertThat(all.status()).as(because).isEqualTo(403);
                continue;
            }
            assertThat(Territory.texts(all.body().path("items"), "id"))
                    .as(because)
                    .containsExactlyInAnyOrderElementsOf(runs.stream()
                            .filter(run -> reader.node().holds(run.district().code()))
                            .map(run -> run.id().toString())
                            .toList());
            for (Run run : runs) {
                assertThat(browser.get("/api/retention/runs/" + run.id() + "/proof")
                                .status())
                        .as(because)
                        .isEqualTo(reader.node().holds(run.district().code()) ? 200 : 404);
            }
        }
    }
}
