package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What anybody reads without an account: what is published and nothing else, and never who said it or behind which door they live. */
@ScopeTest
class WindowScopeTests {

    private static final List<String> SECRETS = List.of(
            LivedWorld.NAME, LivedWorld.PHONE, LivedWorld.CONTACT_NAME, LivedWorld.CONTACT_PHONE, "501室", "3单元");

    private final Territory territory;
    private final Truth truth;
    private final int port;

    WindowScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.truth = territory.truth;
        this.port = port;
    }

    @Test
    @Covers("/public/matters")
    void theWindowOfAPlaceShowsWhatIsPublishedThere() {
        assertThat(truth.demands()).anyMatch(demand -> demand.publicTitle() != null);
        try (Browser anybody = new Browser(port, "127.0.0.1")) {
            for (Place place : territory.tree.places()) {
                List<String> listed = new ArrayList<>();
                String after = "";
                do {
                    Browser.Answer page = anybody.get("/public/matters?region=" + place.code() + after);
                    saysNoSecret(page, place.name());
                    listed.addAll(Territory.texts(page.body().path("items"), "ref"));
                    after = page.body().path("next").isString()
                            ? "&after=" + page.body().path("next").asString()
                            : "";
                } while (!after.isEmpty());
                assertThat(listed)
                        .as("seed %s, window of %s", territory.seed, place.name())
                        .isEqualTo(truth.demands().stream()
                                .filter(demand -> place.holds(demand.region())
                                        && demand.publicTitle() != null
                                        && !List.of("declined", "merged").contains(demand.status()))
                                .sorted(Comparator.comparing(Truth.Demand::raisedAt)
                                        .thenComparing(demand -> demand.id().toString())
                                        .reversed())
                                .map(demand -> demand.id().toString())
                                .toList());
            }
        }
    }

    /** To join one's neighbours one must hear of their matter before it is published: only of public kinds, only next door, only while it is open. */
    @Test
    @Covers("/public/demands/similar")
    void whatSoundsAlikeIsOfAPublicKindNearbyOpenAndCut() {
        try (Browser anybody = new Browser(port, "127.0.0.1")) {
            for (Place place : territory.tree.places()) {
                for (String kind : List.of("heating", "water", "noise", "rubbish", "lift", "policy", "neighbours")) {
                    Browser.Answer answer =
                            anybody.get("/public/demands/similar?region=" + place.code() + "&kind=" + kind);
                    saysNoSecret(answer, place.name());
                    List<String> refs = Territory.texts(answer.body().path("items"), "ref");
                    assertThat(refs)
                            .as("seed %s, like %s at %s", territory.seed, kind, place.name())
                            .hasSizeLessThanOrEqualTo(3)
                            .allSatisfy(ref -> isOpenToAll(truth.demand(UUID.fromString(ref)), place));
                    long plain = truth.demands().stream()
                            .filter(demand -> place.level() >= 5
                                    && demand.region().equals(place.code())
                                    && demand.isOfPublicKind()
                                    && demand.isOpen()
                                    && demand.kind().equals(kind))
                            .count();
                    assertThat(refs)
                            .as("seed %s, like %s at %s", territory.seed, kind, place.name())
                            .hasSizeGreaterThanOrEqualTo((int) Math.min(3, plain));
                    for (JsonNode item : answer.body().path("items")) {
                        Truth.Demand demand =
                                truth.demand(UUID.fromString(item.path("ref").asString()));
                        if (demand.publicTitle() == null) {
                            assertThat(item.path("title").asString())
                                    .as("not published: told by its kind, not by its words")
                                    .isNotEqualTo(demand.title());
                        }
                    }
                }
                String words = URLEncoder.encode("暖气", StandardCharsets.UTF_8);
                Browser.Answer byWords = anybody.get("/public/demands/similar?region=" + place.code() + "&q=" + words);
                saysNoSecret(byWords, place.name());
                for (String ref : Territory.texts(byWords.body().path("items"), "ref")) {
                    isOpenToAll(truth.demand(UUID.fromString(ref)), place);
                }
            }
        }
    }

    private static void isOpenToAll(Truth.Demand demand, Place place) {
        assertThat(demand.isOfPublicKind() && demand.isOpen()).isTrue();
        assertThat(demand.region().community()).isEqualTo(place.code().community());
    }

    @Test
    @Covers("/public/figures")
    void figuresForResidentsAreOfLastMonthAndTooFewToPointAtAnybodyAreNotTold() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        try (Browser anybody = new Browser(port, "127.0.0.1")) {
            for (Place place : territory.tree.places()) {
                Browser.Answer answer = anybody.get("/public/figures?region=" + place.code());
                if (place.level() < 4 || place.level() > 5) {
                    assertThat(answer.status()).as(place.name()).isNotEqualTo(200);
                    continue;
                }
                long raised = truth.demands().stream()
                        .filter(demand -> place.holds(demand.region()) && isIn(first, demand.raisedAt()))
                        .count();
                List<Truth.Judgement> valid = truth.judgements().stream()
                        .filter(given -> given.isValid()
                                && isIn(first, given.at())
                                && place.holds(truth.demand(given.demand()).region()))
                        .toList();
                JsonNode figures = answer.body();
                assertThat(figures.path("raised").asLong()).as(place.name()).isEqualTo(raised);
                assertThat(figures.has("calledBack")).as(place.name()).isEqualTo(valid.size() >= 5);
                assertThat(figures.has("solved")).as(place.name()).isEqualTo(valid.size() >= 5);
                if (valid.size() >= 5) {
                    assertThat(figures.path("solved").asLong())
                            .isEqualTo(valid.stream()
                                    .filter(Truth.Judgement::isSolved)
                                    .count());
                }
            }
        }
    }

    private static boolean isIn(LocalDate month, java.time.Instant at) {
        return LocalDate.ofInstant(at, Time.ZONE).withDayOfMonth(1).equals(month);
    }

    @Test
    @Covers({"/public/cases", "/public/cases/files/{id}"})
    void withoutItsCodeNoCaseAndNoPictureOpens() {
        try (Browser anybody = new Browser(port, "127.0.0.1")) {
            assertThat(anybody.get("/public/cases").status()).isEqualTo(404);
            for (Truth.StoredFile file : truth.files()) {
                assertThat(anybody.get("/public/cases/files/" + file.id()).status())
                        .isEqualTo(404);
                assertThat(anybody.get("/api/files/" + file.id()).status()).isEqualTo(401);
            }
            String code = territory.lived.codeOf(
                    file -> truth.files().stream().noneMatch(stored -> file.equals(stored.demand())));
            assertThat(anybody.get("/public/cases", "X-Case-Code", code).status())
                    .isEqualTo(200);
            for (Truth.StoredFile file : truth.files()) {
                assertThat(anybody.get("/public/cases/files/" + file.id(), "X-Case-Code", code)
                                .status())
                        .as("a code opens its own case only")
                        .isEqualTo(404);
            }
        }
    }

    @Test
    @Covers({
        "/public/regions/{code}/children",
        "/public/regions/{code}/map",
        "/public/regions",
        "/public/regions/{code}"
    })
    void thePlacesOfAMapAreThoseOfTheTree() {
        Held reader = territory.readers().getFirst();
        Browser browser = territory.as(reader, port);
        for (Place place : territory.tree.places()) {
            List<String> children = territory.tree.children(place).stream()
                    .map(child -> child.code().toString())
                    .toList();
            assertThat(codes(browser, "/public/regions/" + place.code() + "/children", "items"))
                    .as(place.name())
                    .containsExactlyInAnyOrderElementsOf(children);
            assertThat(children)
                    .as(place.name())
                    .containsAll(featureCodes(browser.get("/public/regions/" + place.code() + "/map")
                            .body()));
            assertThat(browser.get("/public/regions/" + place.code())
                            .body()
                            .path("name")
                            .asString())
                    .isEqualTo(place.name());
            String name = URLEncoder.encode(place.name(), StandardCharsets.UTF_8);
            for (String code : codes(browser, "/public/regions?within=" + place.code() + "&search=" + name, "items")) {
                assertThat(place.holds(org.gongzhi.kernel.RegionCode.parse(code).orElseThrow()))
                        .isTrue();
            }
        }
    }

    private static List<String> codes(Browser browser, String path, String items) {
        return Territory.texts(browser.get(path).body().path(items), "code");
    }

    private static List<String> featureCodes(JsonNode map) {
        List<String> codes = new ArrayList<>();
        map.path("features")
                .forEach(feature ->
                        codes.add(feature.path("properties").path("code").asString()));
        return codes;
    }

    private static void saysNoSecret(Browser.Answer answer, String where) {
        assertThat(answer.status()).as(where).isEqualTo(200);
        assertThat(answer.response().body()).as(where).doesNotContain(SECRETS);
    }
}
