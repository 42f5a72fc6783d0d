package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger, its counts, its search, its exports and the views kept of it, for every kind of duty. */
@ScopeTest
class LedgerScopeTests {

    private static final List<String> VIEWS =
            List.of("open", "late", "call_back", "unsolved", "suspended", "mine", "all");
    private static final List<String> KINDS =
            List.of("heating", "water", "noise", "rubbish", "lift", "policy", "heating_water");

    private final Territory territory;
    private final int port;

    LedgerScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    @Test
    void theMonthsHadEverythingInThem() {
        assertThat(territory.truth.demands()).as("seed %s", territory.seed).hasSizeGreaterThan(100);
        assertThat(territory.lived.doneVerbs.keySet())
                .as("seed %s, refused: %s", territory.seed, territory.lived.refusals)
                .contains(
                        "accept",
                        "assign",
                        "take_up",
                        "pass_up",
                        "receive_transfer",
                        "suspend",
                        "ask_verification",
                        "verify",
                        "close",
                        "call_back",
                        "merge",
                        "supervise");
        assertThat(territory.truth.looks()).isNotEmpty();
        assertThat(territory.truth.judgements()).isNotEmpty();
        assertThat(territory.readers()).extracting(Held::kind).contains(DutyKind.GRID_WORKER, DutyKind.OBSERVER);
    }

    @Test
    @Covers("/api/demands")
    void everyViewInEveryOrderListsWhatALoopFinds() {
        for (Held reader : territory.readers()) {
            for (String view : VIEWS) {
                for (String sort : List.of("due", "raised")) {
                    same(reader, Map.of("view", view, "sort", sort));
                }
            }
        }
    }

    @Test
    @Covers("/api/demands")
    void everyFilterListsWhatALoopFindsAndNothingOfTheNeighbours() {
        Random random = new Random(territory.seed);
        for (Held reader : territory.readers()) {
            for (int i = 0; i < 8; i++) {
                same(reader, filter(random, reader));
            }
        }
    }

    @Test
    @Covers("/api/demands")
    void aPlaceOutsideTheDutyIsRefusedWithNothingButItsName() {
        for (Held reader : business()) {
            Place neighbour = territory.tree.places().stream()
                    .filter(place -> !place.holds(reader.node().code())
                            && !reader.node().holds(place.code())
                            && place.level() == reader.node().level())
                    .min(java.util.Comparator.comparingLong(place ->
                            Math.abs(place.code().value() - reader.node().code().value())))
                    .orElse(null);
            if (neighbour != null) {
                Browser.Answer answer = territory.as(reader, port).get("/api/demands?region=" + neighbour.code());
                assertThat(answer.status())
                        .as(territory.because(reader, neighbour.name()))
                        .isEqualTo(403);
                assertThat(answer.body().has("items")).isFalse();
                assertThat(territory
                                .as(reader, port)
                                .get("/api/demands/counts?region=" + neighbour.code())
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @Covers("/api/demands/counts")
    void everyTabCountsWhatItLists() {
        Random random = new Random(territory.seed + 1);
        for (Held reader : business()) {
            for (Map<String, String> filter : List.of(Map.<String, String>of(), filter(random, reader))) {
                Map<String, String> rest = new HashMap<>(filter);
                rest.remove("view");
                JsonNode counts = territory
                        .as(reader, port)
                        .get("/api/demands/counts" + query(rest))
                        .body();
                for (String view : VIEWS) {
                    Map<String, String> tab = new HashMap<>(rest);
                    tab.put("view", view);
                    assertThat(counts.path(view).asString())
                            .as(territory.because(reader, "count of " + tab))
                            .isEqualTo(Integer.toString(
                                    new LedgerLoop(territory, reader, tab).ids().size()));
                }
            }
        }
    }

    @Test
    @Covers("/api/demands")
    void searchFindsWhatOneMaySeeAndNoWordOfAnythingElse() {
        Random random = new Random(territory.seed + 2);
        List<Truth.Demand> all = territory.truth.demands();
        for (Held reader : territory.readers()) {
            for (String word : List.of("暖气", "噪声", "𠮷野家", "㛃", "欧阳淑珍", "wifi", "12号楼")) {
                same(reader, Map.of("view", "all", "q", word));
            }
            for (int i = 0; i < 3; i++) {
                same(reader, Map.of("q", all.get(random.nextInt(all.size())).number()));
            }
        }
    }

    @Test
    @Covers({"/api/jobs", "/api/jobs/{id}", "/api/jobs/{id}/result", "/api/jobs/{id}/events"})
    void anExportHoldsTheRowsOfTheListAndIsItsOwnersAlone() {
        Random random = new Random(territory.seed + 3);
        Held stranger = territory.readers().getFirst();
        for (Held reader : territory.readers()) {
            Map<String, String> filter = filter(random, reader);
            Browser browser = territory.as(reader, port);
            Browser.Answer asked = browser.post(
                    "/api/demand-exports",
                    JsonMapper.shared().writeValueAsString(Map.of("filter", filter, "format", "csv")),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            boolean mayExport = reader.actor().duty() != DutyKind.GRID_WORKER
                    && !reader.kind().isAdministrator();
            assertThat(asked.status()).as(territory.because(reader, "export")).isEqualTo(mayExport ? 202 : 403);
            if (!mayExport) {
                continue;
            }
            String job = "/api/jobs/" + asked.body().path("jobId").asString();
            Awaitility.await()
                    .until(() -> browser.get(job).body().path("endedAt").isString());
            assertThat(browser.get(job).body().path("state").asString()).isEqualTo("done");
            String csv = browser.get(job + "/result").response().body();
            Map<UUID, Truth.Demand> demands = territory.truth.byId();
            assertThat(csv.lines().skip(1).map(line -> line.substring(1, line.indexOf('"', 1))))
                    .as(territory.because(reader, "export of " + filter))
                    .containsExactlyElementsOf(new LedgerLoop(territory, reader, filter)
                            .ids().stream()
                                    .map(id -> java.util.Objects.requireNonNull(demands.get(id))
                                            .number())
                                    .toList());
            assertThat(csv).doesNotContain(LivedWorld.CONTACT_PHONE, LivedWorld.CONTACT_NAME);
            if (!stranger.account().equals(reader.account())) {
                Browser other = territory.as(stranger, port);
                for (String door : List.of(job, job + "/result", job + "/events")) {
                    assertThat(other.get(door).status()).as(door).isEqualTo(404);
                }
                assertThat(other.get("/api/jobs").response().body())
                        .doesNotContain(asked.body().path("jobId").asString());
            }
        }
    }

    @Test
    @Covers("/api/demand-views")
    void viewsAreOnesOwn() {
        for (Held reader : territory.readers()) {
            List<String> own = territory
                    .owner
                    .sql("select id::text from demand_view where account_id = :account order by position, id")
                    .param("account", reader.account())
                    .query((row, _) -> String.valueOf(row.getString(1)))
                    .list();
            assertThat(Territory.texts(
                            territory
                                    .as(reader, port)
                                    .get("/api/demand-views")
                                    .body()
                                    .path("items"),
                            "id"))
                    .as(territory.because(reader, "views"))
                    .isEqualTo(own);
        }
    }

    private List<Held> business() {
        return territory.readers().stream()
                .filter(reader -> !reader.kind().isAdministrator())
                .toList();
    }

    private void same(Held reader, Map<String, String> filter) {
        Browser browser = territory.as(reader, port);
        String because = territory.because(reader, filter.toString());
        Browser.Answer first = browser.get("/api/demands" + query(filter) + "&limit=37");
        if (reader.kind().isAdministrator()) {
            assertThat(first.status()).as(because).isEqualTo(403);
            assertThat(first.body().has("items")).isFalse();
            return;
        }
        assertThat(first.status()).as(because).isEqualTo(200);
        List<String> listed = new ArrayList<>(Territory.texts(first.body().path("items"), "id"));
        JsonNode page = first.body();
        while (page.path("next").isString()) {
            page = browser.get("/api/demands" + query(filter) + "&limit=37&after="
                            + page.path("next").asString())
                    .body();
            listed.addAll(Territory.texts(page.path("items"), "id"));
        }
        List<String> expected = new LedgerLoop(territory, reader, filter)
                .ids().stream().map(UUID::toString).toList();
        assertThat(listed).as(because).isEqualTo(expected);
        assertThat(first.body().path("total").asString())
                .as(because)
                .isEqualTo(expected.size() > 1000 ? "1000+" : Integer.toString(expected.size()));
    }

    private Map<String, String> filter(Random random, Held reader) {
        Map<String, String> filter = new HashMap<>();
        filter.put("view", VIEWS.get(random.nextInt(VIEWS.size())));
        List<Place> inReach = territory.tree.places().stream()
                .filter(place -> reader.node().holds(place.code())
                        || place.holds(reader.node().code()))
                .toList();
        maybe(
                random,
                filter,
                "region",
                inReach.get(random.nextInt(inReach.size())).code().toString());
        maybe(random, filter, "kind", KINDS.get(random.nextInt(KINDS.size())));
        maybe(random, filter, "channel", List.of("online", "phone,hotline").get(random.nextInt(2)));
        maybe(
                random,
                filter,
                "status",
                List.of("handling,closed,settled", "raised,accepted", "merged,declined")
                        .get(random.nextInt(3)));
        maybe(random, filter, "late", Boolean.toString(random.nextBoolean()));
        maybe(
                random,
                filter,
                "age",
                List.of("d0_3", "d4_7", "d8_15", "d16_30", "d31").get(random.nextInt(5)));
        maybe(
                random,
                filter,
                "department",
                territory
                        .staff
                        .departments
                        .get(random.nextInt(territory.staff.departments.size()))
                        .id()
                        .toString());
        int what = random.nextInt(6);
        if (what < 2) {
            String name = what == 0 ? "closed" : "passedUp";
            filter.put(name + "From", "2026-09-03");
            filter.put(name + "To", "2026-11-20");
        } else if (what == 2) {
            filter.put(
                    "judged",
                    List.of("valid", "contacted", "solved", "satisfied", "basically")
                            .get(random.nextInt(5)));
            filter.put("judgedFrom", "2026-08-15");
        } else if (what == 3) {
            filter.put("raisedFrom", "2026-08-20");
            filter.put("raisedTo", "2026-11-10");
        }
        return filter;
    }

    private static void maybe(Random random, Map<String, String> filter, String name, String value) {
        if (random.nextInt(4) == 0) {
            filter.put(name, value);
        }
    }

    private static String query(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
