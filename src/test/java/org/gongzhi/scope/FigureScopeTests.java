package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Every number of every cockpit after months of life: it is what a loop counts, it is the total of the ledger list behind it, and nobody is told a number of a
 * place that is not theirs.
 */
@ScopeTest
class FigureScopeTests {

    private static final BigDecimal BASICALLY = new BigDecimal("0.9");

    private final Territory territory;
    private final int port;

    FigureScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    @Test
    @Covers("/api/cockpit")
    void everyFigureOfEveryNodeIsWhatALoopCounts() {
        Held everything = territory.staff.duties.stream()
                .filter(held -> held.kind() == DutyKind.OBSERVER && held.node().level() == 0)
                .findFirst()
                .orElseThrow();
        for (Place place : territory.tree.places()) {
            for (String period : List.of("month", "quarter", "year")) {
                compare(everything, place, cockpit(everything, place, "&period=" + period));
            }
            if (place.level() <= 4) {
                compare(everything, place, cockpit(everything, place, "&period=custom&from=2026-08-13&to=2026-11-04"));
                compare(everything, place, cockpit(everything, place, "&period=today"));
            }
        }
    }

    @Test
    @Covers("/api/cockpit")
    void everyoneSeesTheFiguresOfTheirOwnPlacesAndKindsAndNoOthers() {
        Random random = new Random(territory.seed);
        for (Held reader : territory.readers()) {
            for (Place place : places(random, reader)) {
                Browser.Answer answer =
                        territory.as(reader, port).get("/api/cockpit?period=quarter&region=" + place.code());
                boolean isTheirs = reader.department() == null && reader.covers(place.code());
                String because = territory.because(reader, "cockpit of " + place.name());
                assertThat(answer.status()).as(because).isEqualTo(isTheirs ? 200 : 403);
                if (isTheirs) {
                    compare(reader, place, answer.body());
                } else {
                    assertThat(answer.body().has("figures")).as(because).isFalse();
                }
            }
        }
    }

    @Test
    @Covers("/api/cockpit")
    void everyFigureIsTheTotalOfTheListItOpens() {
        for (Held reader : territory.readers()) {
            if (reader.department() != null || reader.kind().isAdministrator()) {
                continue;
            }
            JsonNode cockpit = cockpit(reader, reader.node(), "&period=year");
            Map<Map<String, String>, Long> links = new HashMap<>();
            for (JsonNode figure : cockpit.path("figures")) {
                boolean isWeighted = figure.path("key").asString().equals("satisfaction");
                if (figure.has("filter") && !isWeighted) {
                    links.put(filter(figure.path("filter")), figure.path("n").asLong());
                }
                if (figure.has("ofFilter") && figure.path("of").asLong() != 100) {
                    links.put(filter(figure.path("ofFilter")), figure.path("of").asLong());
                }
                figure.path("parts")
                        .forEach(part -> links.put(
                                filter(part.path("filter")), part.path("n").asLong()));
            }
            for (String bars : List.of("byKind", "byChannel", "byStatus", "byAge")) {
                cockpit.path(bars)
                        .forEach(bar -> links.put(
                                filter(bar.path("filter")), bar.path("n").asLong()));
            }
            links.put(
                    filter(cockpit.path("overdue")),
                    figure(cockpit, "late").path("n").asLong());
            JsonNode calls = cockpit.path("calls").path("total");
            for (String what : List.of("whistles", "bodies", "inTime", "graded", "inPlace", "mostly")) {
                Browser.Answer list = territory
                        .as(reader, port)
                        .get("/api/callouts?limit=1&"
                                + filter(calls.path("filters").path(what)).entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                                        .collect(Collectors.joining("&")));
                assertThat(list.body().path("total").asString())
                        .as(territory.because(reader, "the list behind " + what))
                        .isEqualTo(Long.toString(calls.path(what).asLong()));
            }
            links.forEach((filter, n) -> {
                Browser.Answer list = territory
                        .as(reader, port)
                        .get("/api/demands?limit=1&"
                                + filter.entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                                        .collect(Collectors.joining("&")));
                assertThat(list.body().path("total").asString())
                        .as(territory.because(reader, "the list behind a figure: " + filter))
                        .isEqualTo(Long.toString(n));
            });
        }
    }

    @Test
    @Covers("/api/cockpit/hot-spots")
    void everyHotSpotIsWhatALoopCountsAndOnlyForThosePlacesThatAreTheReaders() {
        Random random = new Random(territory.seed + 1);
        int spots = 0;
        for (Held reader : territory.readers()) {
            for (Place place : places(random, reader)) {
                Browser.Answer answer =
                        territory.as(reader, port).get("/api/cockpit/hot-spots?period=year&region=" + place.code());
                boolean isTheirs = reader.department() == null && reader.covers(place.code());
                String because = territory.because(reader, "hot spots of " + place.name());
                assertThat(answer.status()).as(because).isEqualTo(isTheirs ? 200 : 403);
                for (JsonNode spot : answer.body().path("spots")) {
                    spots++;
                    assertThat(spot.path("n").asLong())
                            .as("%s: %s", because, spot)
                            .isGreaterThanOrEqualTo(3)
                            .isEqualTo(listed(reader, spot.path("filter")));
                }
            }
        }
        assertThat(spots).isPositive();
    }

    @Test
    @Covers("/api/insight/checks")
    void recountsAreToldToThoseWhoseTerritoryWasCounted() {
        List<Place> districts = territory.tree.at(3);
        for (int i = 0; i < 12; i++) {
            territory
                    .owner
                    .sql("""
                            insert into rollup_check (id, at, region_code, compared, differences, detail)
                            values (gen_random_uuid(), timestamptz '2026-11-01 02:40+08' + :i * interval '1 day', :region, 10, 0, '[]')""")
                    .param("i", i)
                    .param("region", districts.get(i % districts.size()).code().value())
                    .update();
        }
        List<Long> checked = territory
                .owner
                .sql("select region_code from rollup_check order by at desc, id desc")
                .query((row, _) -> row.getLong(1))
                .list();
        for (Held reader : territory.readers()) {
            Browser.Answer answer = territory.as(reader, port).get("/api/insight/checks?limit=100");
            boolean mayAsk = List.of(DutyKind.DISTRICT_LEADER, DutyKind.DISTRICT_OFFICER, DutyKind.SYSTEM_ADMINISTRATOR)
                    .contains(reader.kind());
            String because = territory.because(reader, "recounts");
            assertThat(answer.status()).as(because).isEqualTo(mayAsk ? 200 : 403);
            if (mayAsk) {
                assertThat(Territory.texts(answer.body().path("items"), "regionCode"))
                        .as(because)
                        .isEqualTo(checked.stream()
                                .map(RegionCode::new)
                                .filter(reader::covers)
                                .map(RegionCode::toString)
                                .toList());
            }
        }
    }

    private List<Place> places(Random random, Held reader) {
        List<Place> near = territory.tree.places().stream()
                .filter(place -> place.holds(reader.node().code())
                        || reader.node().holds(place.code())
                        || random.nextInt(12) == 0)
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        java.util.Collections.shuffle(near, random);
        List<Place> some = new java.util.ArrayList<>(near.subList(0, Math.min(5, near.size())));
        some.add(reader.node());
        return some;
    }

    private JsonNode cockpit(Held reader, Place place, String asked) {
        Browser.Answer answer = territory.as(reader, port).get("/api/cockpit?region=" + place.code() + asked);
        assertThat(answer.status())
                .as(territory.because(reader, place.name() + asked) + " " + answer.body())
                .isEqualTo(200);
        return answer.body();
    }

    // ── the loop ──

    private void compare(Held reader, Place place, JsonNode cockpit) {
        LocalDate from = LocalDate.parse(cockpit.path("period").path("from").asString());
        LocalDate to = LocalDate.parse(cockpit.path("period").path("to").asString());
        Count now = new Count(reader, place, from, to);
        String because = territory.because(reader, "cockpit of " + place.name() + " " + from + " to " + to);
        for (JsonNode figure : cockpit.path("figures")) {
            String key = figure.path("key").asString();
            same(because + ": " + key, number(figure, "n"), now.figure(key));
            if (List.of("response", "solution", "satisfaction").contains(key)) {
                assertThat(figure.path("of").asLong()).as(because).isEqualTo(now.judged("valid"));
                assertThat(figure.has("rate")).as(because).isEqualTo(now.judged("valid") > 0);
            }
            if (key.equals("late")) {
                assertThat(figure.path("of").asLong()).as(because).isEqualTo(now.open(Map.of()));
            }
            for (JsonNode part : figure.path("parts")) {
                assertThat(part.path("n").asLong()).as(because).isEqualTo(listed(reader, part.path("filter")));
            }
            JsonNode previous = figure.path("previous");
            if (previous.isObject()) {
                Count before = new Count(
                        reader,
                        place,
                        LocalDate.parse(previous.path("from").asString()),
                        LocalDate.parse(previous.path("to").asString()));
                same(because + ": before " + key, number(previous, "n"), before.figure(key));
            }
        }
        row(because, cockpit.path("total"), now);
        for (JsonNode child : cockpit.path("children")) {
            Place below = territory.tree.place(
                    RegionCode.parse(child.path("code").asString()).orElseThrow());
            row(because + ", child " + below.name(), child, new Count(reader, below, from, to));
        }
        assertThat(Territory.texts(cockpit.path("children"), "code"))
                .as(because)
                .containsExactlyInAnyOrderElementsOf(territory.tree.children(place).stream()
                        .map(child -> child.code().toString())
                        .toList());
        calls(because, cockpit.path("calls").path("total"), reader, place, from, to);
        for (JsonNode row : cockpit.path("calls").path("children")) {
            Place below = territory.tree.place(
                    RegionCode.parse(row.path("code").asString()).orElseThrow());
            calls(because + ", calls of " + below.name(), row, reader, below, from, to);
        }
        for (JsonNode month : cockpit.path("trend")) {
            LocalDate first = LocalDate.parse(month.path("month").asString());
            Count then = new Count(reader, place, first, first.withDayOfMonth(first.lengthOfMonth()));
            assertThat(month.path("raised").asLong()).as(because).isEqualTo(then.raised());
            assertThat(month.path("closed").asLong()).as(because).isEqualTo(then.happened("closed"));
        }
        for (String bars : List.of("byKind", "byChannel", "byStatus", "byAge")) {
            for (JsonNode bar : cockpit.path(bars)) {
                assertThat(bar.path("n").asLong())
                        .as("%s: %s %s", because, bars, bar.path("code"))
                        .isEqualTo(listed(reader, bar.path("filter")));
            }
        }
        long byKind = 0;
        for (JsonNode bar : cockpit.path("byKind")) {
            byKind += bar.path("n").asLong();
        }
        assertThat(byKind).as(because).isEqualTo(now.raised());
    }

    private void calls(String because, JsonNode row, Held reader, Place place, LocalDate from, LocalDate to) {
        List<Truth.Callout> called = territory.truth.callouts().stream()
                .filter(callout ->
                        place.holds(callout.region()) && reader.sees(territory.truth.demand(callout.demand())))
                .filter(callout -> {
                    LocalDate day = LocalDate.ofInstant(callout.calledAt(), org.gongzhi.kernel.Time.ZONE);
                    return !day.isBefore(from) && !day.isAfter(to);
                })
                .toList();
        counted(
                because,
                row,
                "whistles",
                called.stream().filter(Truth.Callout::isLead).count());
        counted(because, row, "bodies", called.size());
        counted(
                because,
                row,
                "inTime",
                called.stream()
                        .filter(one -> Boolean.TRUE.equals(one.isInTime()))
                        .count());
        counted(
                because,
                row,
                "graded",
                called.stream().filter(one -> one.grade() != null).count());
        counted(
                because,
                row,
                "inPlace",
                called.stream().filter(one -> "in_place".equals(one.grade())).count());
        counted(
                because,
                row,
                "mostly",
                called.stream().filter(one -> "mostly".equals(one.grade())).count());
        counted(because, row, "cases", new Count(reader, place, from, to).raised());
    }

    private static void counted(String because, JsonNode row, String what, long n) {
        assertThat(row.path(what).asLong()).as(because + ": " + what).isEqualTo(n);
    }

    private static void row(String because, JsonNode row, Count count) {
        assertThat(row.path("open").asLong()).as(because).isEqualTo(count.open(Map.of()));
        assertThat(row.path("late").asLong()).as(because).isEqualTo(count.open(Map.of("late", "true")));
        if (row.has("raised")) {
            assertThat(row.path("raised").asLong()).as(because).isEqualTo(count.raised());
            assertThat(row.path("closed").asLong()).as(because).isEqualTo(count.happened("closed"));
            assertThat(row.path("hoursToClose").path("n").asLong()).as(because).isEqualTo(count.happened("closed"));
            assertThat(row.path("solution").path("of").asLong()).as(because).isEqualTo(count.judged("valid"));
            same(because, number(row.path("solution"), "n"), count.figure("solution"));
            same(because, number(row.path("satisfaction"), "n"), count.figure("satisfaction"));
        }
    }

    private static void same(String because, @Nullable BigDecimal shown, @Nullable BigDecimal counted) {
        if (shown == null || counted == null) {
            assertThat(shown).as(because).isEqualTo(counted);
        } else {
            assertThat(shown).as(because).isEqualByComparingTo(counted);
        }
    }

    private static @Nullable BigDecimal number(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).decimalValue() : null;
    }

    private static JsonNode figure(JsonNode cockpit, String key) {
        for (JsonNode figure : cockpit.path("figures")) {
            if (figure.path("key").asString().equals(key)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + key);
    }

    private static Map<String, String> filter(JsonNode node) {
        Map<String, String> filter = new HashMap<>();
        node.properties()
                .forEach(entry -> filter.put(entry.getKey(), entry.getValue().asString()));
        return filter;
    }

    private long listed(Held reader, JsonNode filter) {
        return new LedgerLoop(territory, reader, filter(filter)).ids().size();
    }

    /** Of one place and period, counted by hand. */
    private final class Count {

        private final Held reader;
        private final Place place;
        private final LocalDate from;
        private final LocalDate to;

        Count(Held reader, Place place, LocalDate from, LocalDate to) {
            this.reader = reader;
            this.place = place;
            this.from = from;
            this.to = to;
        }

        long open(Map<String, String> more) {
            Map<String, String> filter = new HashMap<>(more);
            filter.put("view", "open");
            return count(filter);
        }

        long raised() {
            return count(new HashMap<>(Map.of("raisedFrom", from.toString(), "raisedTo", to.toString())));
        }

        long happened(String what) {
            return count(new HashMap<>(Map.of(what + "From", from.toString(), what + "To", to.toString())));
        }

        long judged(String how) {
            return count(
                    new HashMap<>(Map.of("judged", how, "judgedFrom", from.toString(), "judgedTo", to.toString())));
        }

        private long count(Map<String, String> filter) {
            filter.put("region", place.code().toString());
            return new LedgerLoop(territory, reader, filter).ids().size();
        }

        @Nullable
        BigDecimal figure(String key) {
            return switch (key) {
                case "open" -> BigDecimal.valueOf(open(Map.of()));
                case "late" -> BigDecimal.valueOf(open(Map.of("late", "true")));
                case "raised" -> BigDecimal.valueOf(raised());
                case "closed" -> BigDecimal.valueOf(happened("closed"));
                case "passed_up" -> BigDecimal.valueOf(happened("passedUp"));
                case "response" -> BigDecimal.valueOf(judged("contacted"));
                case "solution" -> BigDecimal.valueOf(judged("solved"));
                case "satisfaction" -> satisfaction();
                case "composite" -> composite();
                default -> throw new AssertionError("a figure nobody counts: " + key);
            };
        }

        private BigDecimal satisfaction() {
            return BigDecimal.valueOf(judged("satisfied"))
                    .add(BASICALLY.multiply(BigDecimal.valueOf(judged("basically"))));
        }

        private @Nullable BigDecimal composite() {
            long valid = judged("valid");
            return valid == 0
                    ? null
                    : BigDecimal.valueOf(10 * judged("contacted") + 50 * judged("solved"))
                            .add(new BigDecimal("40").multiply(satisfaction()))
                            .divide(BigDecimal.valueOf(valid), 1, RoundingMode.HALF_UP);
        }
    }
}
