package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerFilter.Counted;
import org.gongzhi.ledger.LedgerFilter.Happened;
import org.gongzhi.ledger.LedgerFilter.View;
import org.gongzhi.ledger.LedgerFixtures.Event;
import org.gongzhi.ledger.LedgerFixtures.Fact;
import org.gongzhi.ledger.LedgerFixtures.Judgement;
import org.gongzhi.ledger.LedgerFixtures.Place;
import org.gongzhi.ledger.LedgerQueries.ListRow;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.TestRegions;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Whoever asks, in whatever duty, at whatever height: lists and counts are exactly what a loop over everything would find. */
class LedgerLeakTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Clock clock = Clock.fixed(LedgerFixtures.NOW, Time.ZONE);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LedgerFixtures world = new LedgerFixtures(database.owner(), 20261124);
    private static final Transactions transactions =
            new Transactions(new JdbcTransactionManager(database.application()), database.application());
    private static final RegionLookup regions = TestRegions.lookup(transactions, database.application(), clock);
    private static final Sql sql = new Sql(database.application());
    private static final LedgerQueries usual = new LedgerQueries(sql, new HitQueries(sql, clock), clock);
    /** As with hits by the thousand: the list is read in order and each row is asked. */
    private static final LedgerQueries withManyHits = new LedgerQueries(sql, new HitQueries(sql, clock, 3), clock);

    private static LedgerQueries queries = usual;

    @BeforeAll
    static void growTheWorld() {
        world.growTree();
        world.hirePeople(3);
        world.raise(900);
        world.run("analyze");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyListEqualsALoopOverEverything(long seed) {
        Random random = new Random(seed);
        queries = seed % 2 == 0 ? withManyHits : usual;
        for (Place place : world.places) {
            Actor actor = someone(random, place);
            LedgerFilter filter = filter(random, place);
            assertThat(ids(actor, filter)).as("%s %s", actor, filter).isEqualTo(expected(actor, filter));
            int all = expected(actor, filter).size();
            String counted = read(actor, filter.region(), reach -> queries.count(actor, reach, filter));
            assertThat(counted).as("%s %s", actor, filter).isEqualTo(all > 1000 ? "1000+" : Integer.toString(all));
        }
    }

    @Test
    void whatCannotBeSearchedForFindsNothing() {
        Actor actor = actor(place("9101"), null, null);
        LedgerFilter signs = parsed(Map.of("q", "😀！"));
        assertThat(ids(actor, signs)).isEmpty();
        String counted = read(actor, null, reach -> queries.count(actor, reach, signs));
        assertThat(counted).isEqualTo("0");
    }

    @Test
    void everyTabCountsWhatItLists() {
        for (Place place : world.places) {
            Actor actor = someone(new Random(place.code().value()), place);
            LedgerFilter all = parsed(Map.of());
            Map<View, String> counts = read(actor, null, reach -> queries.counts(actor, reach, all));
            for (View view : View.values()) {
                int listed = expected(actor, all.as(view)).size();
                assertThat(counts.get(view)).isEqualTo(listed > 1000 ? "1000+" : Integer.toString(listed));
            }
        }
    }

    @Test
    void aWordFindsEveryTextThatHoldsItAndNoOther() {
        for (Place place : world.places) {
            for (String asked : List.of("暖气", "气", "暖气片", "𠮷野家", "wifi", "script", "井盖")) {
                Actor actor = someone(new Random(place.code().value() + asked.hashCode()), place);
                LedgerFilter filter = parsed(Map.of("q", asked));
                assertThat(ids(actor, filter))
                        .as("%s at %s", asked, place)
                        .isEqualTo(sorted(
                                actor,
                                fact -> fact.words()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains(asked)));
            }
        }
    }

    @Test
    void whatOthersDidMeanwhileIsTheLastStepByAnotherOfEachDemandOneHasAPartIn() {
        ChangesQueries changes = new ChangesQueries(new Sql(database.application()));
        for (Place place : world.places) {
            Actor actor = someone(new Random(place.code().value() + 5), place);
            Instant since = world.one(world.facts).raisedAt();
            Comparator<Event> order = Comparator.comparing(Event::at)
                    .thenComparing(event -> event.id().toString());
            List<UUID> expected = world.facts.stream()
                    .filter(fact -> sees(actor, fact))
                    .filter(fact -> steps(fact).anyMatch(step -> actor.account().equals(step.account())))
                    .flatMap(fact -> steps(fact)
                            .filter(step -> !actor.account().equals(step.account())
                                    && step.at().isAfter(since))
                            .max(order)
                            .stream())
                    .sorted(order.reversed())
                    .limit(8)
                    .map(Event::id)
                    .toList();
            assertThat(transactions.read(actor, () -> changes.since(actor, since)))
                    .extracting(ChangesQueries.ChangeRow::id)
                    .isEqualTo(expected);
        }
    }

    private static Stream<Event> steps(Fact fact) {
        return world.events.stream().filter(event -> event.demand().equals(fact.id()));
    }

    @Test
    void aNumberFindsItsDemandOnlyWithinScope() {
        for (int i = 0; i < 40; i++) {
            Fact fact = world.one(world.facts);
            Actor actor = someone(new Random(i), world.one(world.places));
            List<UUID> found = ids(actor, parsed(Map.of("q", fact.number())));
            assertThat(found.contains(fact.id())).isEqualTo(sees(actor, fact));
            assertThat(found)
                    .allSatisfy(id -> assertThat(sees(actor, world.fact(id))).isTrue());
        }
    }

    @Test
    void theTextDoorGivesNothingToThePublicWindowNorWithoutAScope() {
        Supplied<List<UUID>> hits = () -> new Sql(database.application())
                .of("select demand_hits(cast('''暖气''' as tsquery), null, '{(,)}', 5000) as id")
                .list(row -> row.id("id"));
        assertThat(transactions.readPublished(Scope.EVERYTHING, hits::get)).isEmpty();
        assertThat(transactions.readWithCode(new byte[32], hits::get)).isEmpty();
        assertThat(transactions.read(Actor.worker("nobody", Scope.NOTHING), hits::get))
                .isEmpty();
        assertThat(transactions.read(Actor.worker("all"), hits::get)).isNotEmpty();
    }

    @Test
    void theTextDoorKeepsToTheLineOfTheDuty() {
        for (UUID department : world.departments) {
            Scope line = new Scope(Scope.EVERYTHING.ranges(), department, null);
            assertThat(doorOf(line))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(world.fact(id).department()).isEqualTo(department));
        }
        Scope kinds = new Scope(Scope.EVERYTHING.ranges(), null, List.of("noise"));
        assertThat(doorOf(kinds))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(world.fact(id).kind()).isEqualTo("noise"));
    }

    @Test
    void aNodeOutsideTheScopeIsRefusedWithItsName() {
        Place mine = place("910101001");
        Place neighbour = place("910101010");
        Actor actor = actor(mine, null, null);
        assertThat(refusal(actor, neighbour.code()))
                .isEqualTo(Outcome.refused(LedgerRefusal.REGION_OUTSIDE, "地910101010")
                        .about("region"));
        assertThat(refusal(actor, LedgerFixtures.code("998877")))
                .isEqualTo(Outcome.invalid("region", LedgerRefusal.REGION_UNKNOWN, LedgerFixtures.code("998877")));
    }

    private static Outcome<LedgerReach> refusal(Actor actor, RegionCode asked) {
        return transactions.read(actor, () -> LedgerReach.of(actor, asked, regions));
    }

    private interface Supplied<T> {
        T get();
    }

    private static List<UUID> doorOf(Scope scope) {
        Actor actor =
                new Actor(null, "某人", DutyKind.OBSERVER, null, RegionCode.NATION, 0, "", scope.department(), scope, "");
        return transactions.read(
                actor,
                () -> new Sql(database.application())
                        .of("select demand_hits(cast('''暖气''|''施工''' as tsquery), null, '{(,)}', 5000) as id")
                        .list(row -> row.id("id")));
    }

    private static Actor someone(Random random, Place place) {
        return switch (random.nextInt(4)) {
            case 0 -> actor(place, world.one(world.departments), null);
            case 1 -> actor(place, null, List.of(world.one(LedgerFixtures.KINDS), world.one(LedgerFixtures.KINDS)));
            default -> actor(place, null, null);
        };
    }

    private static Actor actor(Place place, @Nullable UUID department, @Nullable List<String> kinds) {
        Scope scope = new Scope(List.of(new Scope.Range(place.code().value(), place.to())), department, kinds);
        return new Actor(
                world.accounts.getFirst(),
                "某人",
                department == null ? DutyKind.STREET_OFFICER : DutyKind.DEPARTMENT_HANDLER,
                null,
                place.code(),
                place.level(),
                "",
                department,
                scope,
                "");
    }

    private static LedgerFilter filter(Random random, Place place) {
        Map<String, String> asked = new java.util.HashMap<>();
        asked.put("view", world.one(List.of(View.values())).name().toLowerCase(java.util.Locale.ROOT));
        List<Place> below = world.places.stream()
                .filter(other -> place.holds(other.code()) || other.holds(place.code()))
                .toList();
        maybe(
                random,
                asked,
                "region",
                below.get(random.nextInt(below.size())).code().toString());
        maybe(random, asked, "kind", world.one(LedgerFixtures.KINDS) + "," + world.one(LedgerFixtures.KINDS));
        maybe(random, asked, "channel", world.one(LedgerFixtures.CHANNELS));
        maybe(random, asked, "status", "handling,closed,suspended,raised");
        maybe(random, asked, "late", Boolean.toString(random.nextBoolean()));
        maybe(random, asked, "q", List.of("暖气", "漏水", "楼").get(random.nextInt(3)));
        maybe(
                random,
                asked,
                "age",
                List.of("d0_3", "d4_7", "d8_15", "d16_30", "d31").get(random.nextInt(5)));
        maybe(random, asked, "department", world.one(world.departments).toString());
        if (random.nextInt(3) == 0) {
            String what = List.of("closed", "passedUp", "judged").get(random.nextInt(3));
            if (what.equals("judged")) {
                asked.put(
                        "judged",
                        List.of("valid", "contacted", "solved", "satisfied", "basically")
                                .get(random.nextInt(5)));
            }
            asked.put(what + "From", "2026-11-01");
            asked.put(what + "To", "2026-11-20");
        } else if (random.nextInt(3) == 0) {
            asked.put("raisedFrom", "2026-10-20");
            asked.put("raisedTo", "2026-11-10");
        }
        maybe(random, asked, "sort", "raised");
        return parsed(asked);
    }

    private static void maybe(Random random, Map<String, String> asked, String name, String value) {
        if (random.nextInt(5) == 0) {
            asked.put(name, value);
        }
    }

    private static LedgerFilter parsed(Map<String, String> asked) {
        return LedgerFilter.of(asked, TODAY).orThrow();
    }

    private static <T> T read(Actor actor, @Nullable RegionCode region, Function<LedgerReach, T> work) {
        return transactions.read(
                actor, () -> work.apply(LedgerReach.of(actor, region, regions).orThrow()));
    }

    /** Page by page. */
    private static List<UUID> ids(Actor actor, LedgerFilter filter) {
        List<UUID> ids = new ArrayList<>();
        String next = null;
        do {
            Cursor after = Cursor.decode(next).orElse(null);
            Page<ListRow> page = read(actor, filter.region(), reach -> queries.page(actor, reach, filter, after, 19));
            page.items().forEach(row -> ids.add(row.id()));
            next = page.next();
        } while (next != null);
        return ids;
    }

    private static boolean sees(Actor actor, Fact fact) {
        Scope scope = actor.scope();
        return scope.holds(fact.region())
                && (scope.department() == null || scope.department().equals(fact.department()))
                && (scope.kinds() == null || scope.kinds().contains(fact.kind()));
    }

    private static List<UUID> sorted(Actor actor, Predicate<Fact> wanted) {
        return world.facts.stream()
                .filter(fact -> sees(actor, fact) && wanted.test(fact))
                .sorted(Comparator.comparing(Fact::raisedAt)
                        .thenComparing(LedgerLeakTests::unsigned)
                        .reversed())
                .map(Fact::id)
                .toList();
    }

    private static List<UUID> expected(Actor actor, LedgerFilter filter) {
        Predicate<Fact> wanted = fact -> sees(actor, fact) && matches(actor, filter, fact);
        Happened happened = filter.happened();
        if (happened == null) {
            Comparator<Fact> order = filter.byDue()
                    ? Comparator.comparing(Fact::dueAt).thenComparing(LedgerLeakTests::unsigned)
                    : Comparator.comparing(Fact::raisedAt)
                            .thenComparing(LedgerLeakTests::unsigned)
                            .reversed();
            return world.facts.stream()
                    .filter(wanted)
                    .sorted(order)
                    .map(Fact::id)
                    .toList();
        }
        if (happened.what().isJudgement()) {
            return world.judgements.stream()
                    .filter(given -> counts(happened.what(), given) && within(happened, given.at()))
                    .filter(given -> wanted.test(world.fact(given.demand())))
                    .sorted(Comparator.comparing(Judgement::at)
                            .thenComparing(given -> given.id().toString())
                            .reversed())
                    .map(Judgement::demand)
                    .toList();
        }
        String verb = happened.what() == Counted.CLOSED ? "close" : "pass_up";
        return world.events.stream()
                .filter(event -> event.verb().equals(verb) && within(happened, event.at()))
                .filter(event -> wanted.test(world.fact(event.demand())))
                .sorted(Comparator.comparing(Event::at)
                        .thenComparing(event -> event.id().toString())
                        .reversed())
                .map(Event::demand)
                .toList();
    }

    private static boolean counts(Counted what, Judgement given) {
        return given.isValid()
                && switch (what) {
                    case CONTACTED -> Boolean.TRUE.equals(given.isContacted());
                    case SOLVED -> Boolean.TRUE.equals(given.isSolved());
                    case SATISFIED -> "satisfied".equals(given.satisfaction());
                    case BASICALLY -> "basically".equals(given.satisfaction());
                    default -> true;
                };
    }

    private static boolean within(Happened happened, Instant at) {
        return (happened.from() == null || !at.isBefore(happened.from()))
                && (happened.to() == null || at.isBefore(happened.to()));
    }

    private static boolean matches(Actor actor, LedgerFilter filter, Fact fact) {
        boolean inView = switch (filter.view()) {
            case ALL -> true;
            case OPEN -> fact.isOpen();
            case LATE ->
                fact.isOpen()
                        && (fact.isLate() || (!fact.isPaused() && !fact.warnAt().isAfter(LedgerFixtures.NOW)));
            case CALL_BACK -> fact.status().equals("closed");
            case UNSOLVED -> fact.isOpen() && fact.reopens() > 0;
            case SUSPENDED -> fact.status().equals("suspended");
            case MINE ->
                actor.account().equals(fact.handler())
                        || world.events.stream()
                                .anyMatch(event -> event.demand().equals(fact.id())
                                        && actor.account().equals(event.account()));
        };
        RegionCode region = filter.region();
        return inView
                && (region == null || place(region).holds(fact.region()))
                && (filter.words() == null || (fact.words() + " " + fact.place()).contains(filter.words()))
                && (filter.kinds() == null || filter.kinds().contains(fact.kind()))
                && (filter.channels() == null || filter.channels().contains(fact.channel()))
                && (filter.statuses() == null || filter.statuses().contains(fact.status()))
                && (filter.department() == null || filter.department().equals(fact.department()))
                && (filter.isLate() == null || filter.isLate() == fact.isLate())
                && (filter.raisedFrom() == null || !fact.raisedAt().isBefore(filter.raisedFrom()))
                && (filter.raisedTo() == null || fact.raisedAt().isBefore(filter.raisedTo()));
    }

    private static Place place(String digits) {
        return place(LedgerFixtures.code(digits));
    }

    private static Place place(RegionCode code) {
        return world.places.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** As PostgreSQL orders them. */
    private static String unsigned(Fact fact) {
        return fact.id().toString();
    }
}
