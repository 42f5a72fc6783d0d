package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.likeness.Gathered;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** One case and all that hangs on it: its page, to whom it can be given, looks at its contact, its files, what changed about it. */
@ScopeTest
class CaseScopeTests {

    private static final Duration MOST_BACK = Duration.ofDays(8);

    private final Territory territory;
    private final Truth truth;
    private final int port;

    CaseScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.truth = territory.truth;
        this.port = port;
    }

    @Test
    @Covers("/api/demands/{id}")
    void aCaseOpensForThoseWhoseItIsAndTellsOthersNothingButTheStreet() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Demand demand : sample(reader, 8, 10)) {
                Browser.Answer page = browser.get("/api/demands/" + demand.id());
                String because = territory.because(reader, demand.toString());
                if (!reader.sees(demand)) {
                    isRefusedAndSaysNothingOf(demand, page, because);
                    continue;
                }
                assertThat(page.status()).as(because).isEqualTo(200);
                assertThat(page.body().path("demand").path("words").asString()).isEqualTo(demand.words());
                assertThat(page.response().body())
                        .as(because)
                        .doesNotContain(LivedWorld.CONTACT_PHONE, LivedWorld.CONTACT_NAME);
                hasOnlyNeighboursInScope(reader, demand, page.body(), because);
            }
            assertThat(browser.get("/api/demands/" + UUID.randomUUID()).status())
                    .isIn(403, 404);
        }
    }

    private void hasOnlyNeighboursInScope(Held reader, Truth.Demand demand, JsonNode page, String because) {
        List<UUID> ledger = new LedgerLoop(territory, reader, Map.of()).ids();
        int at = ledger.indexOf(demand.id());
        assertThat(page.path("previous").asString("none"))
                .as(because)
                .isEqualTo(at == 0 ? "none" : ledger.get(at - 1).toString());
        assertThat(page.path("next").asString("none"))
                .as(because)
                .isEqualTo(at == ledger.size() - 1 ? "none" : ledger.get(at + 1).toString());
        List<UUID> alike = Territory.texts(page.path("similar"), "id").stream()
                .map(UUID::fromString)
                .toList();
        assertThat(alike)
                .as(because)
                .hasSizeLessThanOrEqualTo(5)
                .doesNotContain(demand.id())
                .allSatisfy(id -> {
                    Truth.Demand other = truth.demand(id);
                    assertThat(reader.sees(other)).isTrue();
                    assertThat(other.region().street())
                            .isEqualTo(demand.region().street());
                    assertThat(other.status()).isNotIn("declined", "merged");
                });
        if (!List.of("declined", "merged").contains(demand.status())) {
            long plain = truth.demands().stream()
                    .filter(other -> reader.sees(other) && isOpenNextDoor(other, demand))
                    .count();
            assertThat(alike).as(because).hasSizeGreaterThanOrEqualTo((int) Math.min(5, plain));
        }
        for (JsonNode link : page.path("trail")) {
            String to = link.path("link").asString("");
            if (to.startsWith("/demands/")) {
                UUID other = UUID.fromString(to.substring("/demands/".length()));
                assertThat(reader.sees(truth.demand(other)))
                        .as("%s leads to %s", because, truth.demand(other))
                        .isTrue();
                assertThat(link.path("title").asString())
                        .as("%s leads to %s", because, truth.demand(other))
                        .isEqualTo(truth.demand(other).title());
            }
        }
        Set<String> shown = new HashSet<>(Territory.texts(page.path("files"), "id"));
        page.path("history").forEach(entry -> shown.addAll(Territory.texts(entry.path("files"), "id")));
        assertThat(shown)
                .as(because)
                .containsExactlyInAnyOrderElementsOf(truth.files().stream()
                        .filter(file -> demand.id().equals(file.demand()))
                        .map(file -> file.id().toString())
                        .toList());
    }

    private static void isRefusedAndSaysNothingOf(Truth.Demand demand, Browser.Answer answer, String because) {
        assertThat(answer.status()).as(because).isIn(403, 404);
        assertThat(answer.response().body())
                .as(because)
                .doesNotContain(
                        demand.number(),
                        demand.title(),
                        demand.words(),
                        LivedWorld.NAME,
                        LivedWorld.PHONE,
                        LivedWorld.CONTACT_NAME);
        assertThat(answer.body().path("current").isMissingNode()).as(because).isTrue();
    }

    @Test
    @Covers("/api/demands/{id}/redactions")
    void whatIsCoveredInACaseIsToldToThoseWhoSeeIt() {
        UUID account = territory.readers().getFirst().account();
        territory.owner.sql("""
                        insert into redaction (id, demand_id, region_code, kind, places, reason, note, made_by, maker, made_at)
                        select id, id, region_code, 'words', 1, 'privacy', 'covered ' || number, :account, '某某', now() from demand""").param("account", account).update();
        try {
            for (Held reader : territory.readers()) {
                Browser browser = territory.as(reader, port);
                for (Truth.Demand demand : sample(reader, 3, 4)) {
                    Browser.Answer answer = browser.get("/api/demands/" + demand.id() + "/redactions");
                    String because = territory.because(reader, "covers of " + demand);
                    if (reader.sees(demand)) {
                        assertThat(Territory.texts(answer.body().path("items"), "note"))
                                .as(because)
                                .containsExactly("covered " + demand.number());
                    } else {
                        isRefusedAndSaysNothingOf(demand, answer, because);
                    }
                }
            }
        } finally {
            territory.owner.sql("delete from redaction").update();
        }
    }

    @Test
    @Covers({"/api/entitlements/{id}", "/api/demands/{id}/entitlements"})
    void whatAReporterAskedIsToldToThoseWhoWorkOnTheCaseAtItsNodesAndAbove() {
        territory.owner.sql("""
                        insert into entitlement (id, demand_id, region_code, node_code, kind, asked_at, due_at, warn_at)
                        select id, id, region_code, node_code, 'access', now(), now() + interval '9 days', now() + interval '8 days' from demand""").update();
        try {
            for (Held reader : territory.readers()) {
                Browser browser = territory.as(reader, port);
                for (Truth.Demand demand : sample(reader, 3, 4)) {
                    Browser.Answer answer = browser.get("/api/entitlements/" + demand.id());
                    Browser.Answer all = browser.get("/api/demands/" + demand.id() + "/entitlements");
                    String because = territory.because(reader, "request about " + demand);
                    if (reader.sees(demand)) {
                        assertThat(Territory.texts(all.body().path("items"), "id"))
                                .as(because)
                                .isEqualTo(
                                        reader.worksAtNode()
                                                ? List.of(demand.id().toString())
                                                : List.of());
                    } else {
                        isRefusedAndSaysNothingOf(demand, all, because);
                    }
                    if (reader.sees(demand) && reader.worksAtNode()) {
                        assertThat(answer.body().path("record").path("number").asString())
                                .as(because)
                                .isEqualTo(demand.number());
                        assertThat(answer.response().body())
                                .as(because)
                                .doesNotContain(LivedWorld.CONTACT_NAME, LivedWorld.CONTACT_PHONE);
                    } else {
                        isRefusedAndSaysNothingOf(demand, answer, because);
                    }
                }
            }
        } finally {
            territory.owner.sql("delete from entitlement").update();
        }
    }

    @Test
    @Covers("/api/demands/{id}/assignees")
    void aCaseIsGivenToThoseAroundItAndOnlyByThoseWhoseItIs() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Demand demand : sample(reader, 3, 4)) {
                Browser.Answer answer = browser.get("/api/demands/" + demand.id() + "/assignees");
                String because = territory.because(reader, "assignees of " + demand);
                if (!reader.sees(demand)) {
                    isRefusedAndSaysNothingOf(demand, answer, because);
                    continue;
                }
                List<RegionCode> path = territory.tree.places().stream()
                        .filter(place -> place.level() >= 3 && place.holds(demand.node()))
                        .map(Place::code)
                        .toList();
                assertThat(Territory.texts(answer.body().path("departments"), "id"))
                        .as(because)
                        .containsExactlyInAnyOrderElementsOf(territory.staff.departments.stream()
                                .filter(department -> path.contains(department.node()))
                                .map(department -> department.id().toString())
                                .toList());
                boolean isInAGrid = territory.tree.place(demand.node()).level() == 5
                        && territory.tree.place(demand.region()).level() == 6;
                assertThat(Territory.texts(answer.body().path("colleagues"), "accountId"))
                        .as(because)
                        .containsExactlyInAnyOrderElementsOf(territory.staff.duties.stream()
                                .filter(Held::worksAtNode)
                                .filter(held -> held.node().code().equals(demand.node())
                                        || (isInAGrid && held.node().code().equals(demand.region())))
                                // Who holds which duty is told to those above them.
                                .filter(held -> reader.covers(held.node().code())
                                        || held.account().equals(reader.account()))
                                .map(held -> held.account().toString())
                                .toList());
            }
        }
    }

    @Test
    @Covers("/api/demands/{id}/contact-looks")
    void looksAtAContactAreToldToThoseWhoseCaseItIs() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Demand demand : looked().stream().limit(12).toList()) {
                Browser.Answer answer = browser.get("/api/demands/" + demand.id() + "/contact-looks");
                String because = territory.because(reader, "looks of " + demand);
                if (!reader.sees(demand)) {
                    isRefusedAndSaysNothingOf(demand, answer, because);
                    continue;
                }
                assertThat(answer.status()).as(because).isEqualTo(200);
                assertThat(answer.response().body())
                        .as(because)
                        .doesNotContain(LivedWorld.CONTACT_PHONE, LivedWorld.CONTACT_NAME);
                JsonNode looks =
                        answer.body().isArray() ? answer.body() : answer.body().path("items");
                assertThat(looks.size()).as(because).isEqualTo((int) truth.looks().stream()
                        .filter(look -> look.contact().equals(demand.contact()))
                        .count());
            }
        }
    }

    private List<Truth.Demand> looked() {
        return truth.demands().stream()
                .filter(demand ->
                        truth.looks().stream().anyMatch(look -> look.contact().equals(demand.contact())))
                .toList();
    }

    @Test
    @Covers({"/api/files/{id}", "/api/files/{id}/thumbnail"})
    void aFileOpensForThoseWhoMayOpenWhatItHangsOn() {
        List<Truth.StoredFile> attached =
                truth.files().stream().filter(file -> file.demand() != null).toList();
        assertThat(attached).isNotEmpty();
        Random random = new Random(territory.seed);
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            List<Truth.StoredFile> mine = attached.stream()
                    .filter(file -> reader.covers(file.region()))
                    .limit(6)
                    .toList();
            List<Truth.StoredFile> any = Stream.generate(() -> attached.get(random.nextInt(attached.size())))
                    .limit(6)
                    .toList();
            for (Truth.StoredFile file :
                    Stream.concat(mine.stream(), any.stream()).toList()) {
                boolean isTheirs = reader.sees(truth.demand(Objects.requireNonNull(file.demand())));
                for (String door : List.of("/api/files/" + file.id(), "/api/files/" + file.id() + "/thumbnail")) {
                    Browser.Answer answer = browser.get(door);
                    assertThat(answer.status())
                            .as(territory.because(reader, door + " of " + file))
                            .isEqualTo(isTheirs ? 200 : 404);
                }
            }
        }
    }

    @Test
    @Covers("/api/demand-changes")
    void whatChangedMeanwhileIsOfCasesOneHasAPartInAndMayStillOpen() {
        var since = LivedWorld.NOW.minus(Duration.ofDays(30));
        var oldest = LivedWorld.NOW.minus(MOST_BACK);
        for (Held reader : territory.readers()) {
            Set<UUID> mine = new HashSet<>();
            truth.steps().stream()
                    .filter(step -> reader.account().equals(step.account()))
                    .forEach(step -> mine.add(step.demand()));
            List<String> expected = truth.demands().stream()
                    .filter(demand -> reader.sees(demand) && mine.contains(demand.id()))
                    .flatMap(demand -> truth.steps().stream()
                            .filter(step -> step.demand().equals(demand.id())
                                    && step.at().isAfter(oldest)
                                    && !reader.account().equals(step.account()))
                            .max(Comparator.comparing(Truth.Step::at)
                                    .thenComparing(step -> step.id().toString()))
                            .stream())
                    .sorted(Comparator.comparing(Truth.Step::at)
                            .thenComparing(step -> step.id().toString())
                            .reversed())
                    .limit(8)
                    .map(step -> step.id().toString())
                    .toList();
            Browser.Answer answer = territory.as(reader, port).get("/api/demand-changes?since=" + since);
            assertThat(Territory.texts(answer.body().path("items"), "id"))
                    .as(territory.because(reader, "changes"))
                    .isEqualTo(expected);
        }
    }

    /** Some that can be seen, and some that cannot: nearest neighbours of the duty's place first, then any. */
    private List<Truth.Demand> sample(Held reader, int seen, int unseen) {
        List<Truth.Demand> shuffled = new java.util.ArrayList<>(truth.demands());
        java.util.Collections.shuffle(
                shuffled, new Random(territory.seed + reader.id().hashCode()));
        long at = reader.node().code().value();
        return Stream.concat(
                        shuffled.stream().filter(reader::sees).limit(seen),
                        shuffled.stream()
                                .filter(demand -> !reader.sees(demand))
                                .sorted(Comparator.comparingLong(
                                        demand -> Math.abs(demand.region().value() - at)))
                                .limit(unseen))
                .toList();
    }

    @Test
    void administratorsAreAmongThoseWhoAskAndSeeNothing() {
        assertThat(territory.readers())
                .extracting(Held::kind)
                .contains(DutyKind.SYSTEM_ADMINISTRATOR, DutyKind.AUDIT_ADMINISTRATOR, DutyKind.DEPARTMENT_HANDLER);
    }

    private static boolean isOpenNextDoor(Truth.Demand other, Truth.Demand demand) {
        return !other.id().equals(demand.id())
                && other.isOpen()
                && other.kind().equals(demand.kind())
                && other.region().equals(demand.region());
    }

    @Test
    @Covers("/api/demands/alike")
    void whoRegistersHearsOnlyOfWhatTheySeeAndOnlyWhereTheyWork() {
        int found = 0;
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Demand demand : sample(reader, 6, 6)) {
                String because = territory.because(reader, "like " + demand);
                Browser.Answer answer =
                        browser.get("/api/demands/alike?region=" + demand.region() + "&kind=" + demand.kind());
                boolean isTheirs = !reader.kind().isAdministrator() && reader.covers(demand.region());
                assertThat(answer.status()).as(because).isEqualTo(isTheirs ? 200 : 403);
                for (String id : Territory.texts(answer.body().path("items"), "id")) {
                    found++;
                    assertThat(reader.sees(truth.demand(UUID.fromString(id))))
                            .as(because)
                            .isTrue();
                }
            }
        }
        assertThat(found).isPositive();
    }

    /** Whatever stands together in the whole country: a reader is told of those members they see, as many as they see, and of nothing else. */
    @Test
    @Covers({"/api/demand-clusters", "/api/demand-clusters/{id}"})
    void ofWhatStandsTogetherEverybodySeesTheirOwnPart(@Autowired ApplicationContext application) {
        territory.owner.sql("update likeness_rule set least = 2, days = 180").update();
        Gathered.in(application, territory.tree.at(4).stream().map(Place::code).toList());
        Set<UUID> all = new HashSet<>(territory
                .owner
                .sql("select distinct cluster_id from likeness_member")
                .query(UUID.class)
                .list());
        assertThat(all).as("seed %s", territory.seed).isNotEmpty();
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            String because = territory.because(reader, "what stands together");
            for (UUID cluster : all) {
                Browser.Answer members = browser.get("/api/demand-clusters/" + cluster);
                assertThat(members.status()).as(because).isEqualTo(reader.kind().isAdministrator() ? 403 : 200);
                assertThat(Territory.texts(members.body().path("items"), "id"))
                        .as(because)
                        .allMatch(id -> reader.sees(truth.demand(UUID.fromString(id))));
            }
            Browser.Answer page =
                    browser.get("/api/demand-clusters?region=" + reader.node().code());
            if (reader.node().level() < 3 || reader.kind().isAdministrator()) {
                assertThat(page.status()).as(because).isIn(403, 422);
                continue;
            }
            for (JsonNode row : page.body().path("items")) {
                Browser.Answer members =
                        browser.get("/api/demand-clusters/" + row.path("id").asString());
                assertThat(row.path("n").asInt())
                        .as(because)
                        .isEqualTo(members.body().path("items").size());
            }
        }
    }
}
