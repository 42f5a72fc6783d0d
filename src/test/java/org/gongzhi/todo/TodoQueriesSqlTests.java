package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_2;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.TestDatabase;
import org.gongzhi.todo.TodoQueries.Grouping;
import org.gongzhi.todo.TodoQueries.Row;
import org.gongzhi.todo.TodoQueries.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TodoQueriesSqlTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final TodoFixtures fixtures = TodoFixtures.on(database);
    private static final Instant NOW = TodoFixtures.NOW;

    private record Asker(Actor actor, TodoAccess access) {}

    private record Known(UUID id, NewTodo todo, boolean paused, RegionCode from) {}

    /** Random to-dos for random people: lists, pages, counts and what was handed out equal a filter by hand, whoever asks. */
    @Test
    void everyListAndCountEqualsABruteForceFilter() {
        long seed = 42;
        var random = new Random(seed);
        List<RegionCode> places = TodoFixtures.places().stream()
                .filter(place -> TodoFixtures.level(place) >= 3)
                .toList();
        List<UUID> accounts = List.of(fixtures.account("r1"), fixtures.account("r2"), fixtures.account("r3"));
        List<UUID> departments = List.of(fixtures.department(JIANWAI, "科一"), fixtures.department(FENGTAI, "科二"));
        List<Known> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            all.add(plant(random, places, accounts, departments));
        }
        for (int i = 0; i < 120; i++) {
            Asker asker = asker(random, places, accounts, departments);
            List<Known> expected = all.stream()
                    .filter(known -> waitsFor(asker, known.todo()))
                    .sorted(Comparator.comparing((Known known) -> known.todo().dueAt())
                            .thenComparing(known -> known.id().toString()))
                    .toList();
            for (boolean paused : new boolean[] {false, true}) {
                assertThat(walk(asker, paused))
                        .as("seed %s, asker %s, paused %s", seed, asker, paused)
                        .containsExactlyElementsOf(expected.stream()
                                .filter(known -> known.paused() == paused)
                                .map(Known::id)
                                .toList());
            }
            List<Tally> tallies = read(
                    asker.actor(), () -> fixtures.queries.tallies(asker.actor(), asker.access(), Grouping.KIND, NOW));
            assertThat(tallies.stream().mapToLong(Tally::n).sum()).isEqualTo(expected.size());
            assertThat(counted(tallies, "late"))
                    .isEqualTo(expected.stream()
                            .filter(known ->
                                    !known.paused() && known.todo().dueAt().isBefore(NOW))
                            .count());
            assertThat(counted(tallies, "paused"))
                    .isEqualTo(expected.stream().filter(Known::paused).count());
            RegionCode node = asker.actor().node();
            assertThat(read(asker.actor(), () -> fixtures.queries.handedOut(asker.actor(), node, null, 1000)).stream()
                            .map(Row::id))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(known -> known.from().equals(node)
                                    && asker.actor().scope().holds(known.todo().region())
                                    && isOfLine(asker.actor().scope().kinds(), known.todo())
                                    && isOfDepartment(asker.actor().scope().department(), known.todo())
                                    && isHandedOut(known, asker.access().account()))
                            .map(Known::id)
                            .toList());
            assertThat(read(asker.actor(), () -> fixtures.queries.handedOutCount(asker.actor(), node)))
                    .isEqualTo(read(asker.actor(), () -> fixtures.queries.handedOut(asker.actor(), node, null, 1000))
                            .size());
        }
    }

    @Test
    void bucketsFollowBeijingsDays() {
        Actor clerk =
                fixtures.actor(DutyKind.COMMUNITY_CLERK, TodoFixtures.places().getLast());
        TodoAccess access = new TodoAccess(clerk.account(), null, null, false, null);
        for (String due : List.of(
                "2026-11-24T09:59",
                // On the due instant itself it is in time.
                "2026-11-24T10:00",
                "2026-11-24T10:01",
                "2026-11-24T23:59",
                "2026-11-25T00:00",
                "2026-11-27T23:59",
                "2026-11-28T00:00")) {
            open(clerk, clerk.account(), TodoFixtures.at(due));
        }
        List<Tally> tallies = read(clerk, () -> fixtures.queries.tallies(clerk, access, Grouping.CLOCK, NOW));
        assertThat(tallies)
                .extracting(Tally::bucket, Tally::n)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("late", 1L),
                        org.assertj.core.groups.Tuple.tuple("today", 3L),
                        org.assertj.core.groups.Tuple.tuple("three_days", 2L),
                        org.assertj.core.groups.Tuple.tuple("later", 1L));
        assertThat(read(clerk, () -> fixtures.queries.tallies(clerk, access, Grouping.PLACE, NOW)))
                .allSatisfy(tally -> assertThat(tally.key())
                        .isEqualTo(String.valueOf(clerk.node().value())));
    }

    @Test
    void rowLevelSecurityHidesTheNeighboursTodosEvenFromAQueryWithoutAnyScope() {
        fixtures.open(Actor.worker("test"), TodoFixtures.todo(YONGANLI_GRID_2, YONGANLI, "accept"));
        Actor neighbour = fixtures.actor(DutyKind.DISTRICT_LEADER, FENGTAI);
        long visible = read(
                neighbour,
                () -> fixtures.sql
                        .of(
                                "select count(*) from todo where region_code < 110106000000000 or region_code >= 110107000000000")
                        .count());
        assertThat(visible).isZero();
        Actor ours = fixtures.actor(DutyKind.STREET_OFFICER, JIANWAI);
        assertThat(read(ours, () -> fixtures.sql.of("select count(*) from todo").count()))
                .isPositive();
    }

    @Test
    void aHundredThousandOpenTodosAreNeverReadThrough() {
        TodoFixtures.asOwner(database, """
                insert into todo (id, subject_kind, subject_id, step, region_code, node_code, title, opened_at, due_at, warn_at)
                select gen_random_uuid(), 'demand', gen_random_uuid(), 'accept', r.code, r.code, '题', now(), now() + i * interval '1 second', now()
                from generate_series(1, 100000) i
                join (select code, row_number() over (order by code) as n from region where level >= 5 and code between 110105000000000 and 110105999999999) r
                  on r.n = 1 + i % (select count(*) from region where level >= 5 and code between 110105000000000 and 110105999999999)
                """);
        TodoFixtures.asOwner(database, "analyze todo");
        Actor officer = fixtures.actor(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
        TodoAccess access = new TodoAccess(officer.account(), null, YONGANLI, true, null);
        long scans = read(officer, () -> {
            fixtures.queries.waiting(officer, access, false, null, 51);
            fixtures.queries.waiting(officer, access, true, null, 51);
            fixtures.queries.handedOut(officer, YONGANLI, null, 21);
            fixtures.queries.handedOutCount(officer, YONGANLI);
            return fixtures.sql
                    .of("select seq_scan from pg_stat_xact_user_tables where relname = 'todo'")
                    .count();
        });
        assertThat(scans).as("sequential scans of todo").isZero();
        // The server may still hold what earlier transactions of this connection read: only the difference is this
        // page's.
        long rows = read(officer, () -> {
            long before = rowsRead();
            fixtures.queries.waiting(officer, access, false, null, 51);
            return rowsRead() - before;
        });
        assertThat(rows).as("rows read for a page of 51").isLessThan(300);
        long started = System.nanoTime();
        List<Row> page = read(officer, () -> fixtures.queries.waiting(officer, access, false, null, 51));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("first page of a community among 100,000 open to-dos: %d ms%n", took.toMillis());
        assertThat(page).hasSize(51);
        TodoFixtures.asOwner(database, "delete from todo where title = '题'");
    }

    private static long rowsRead() {
        return fixtures.sql
                .of("select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'todo'")
                .count();
    }

    private static List<UUID> walk(Asker asker, boolean paused) {
        List<UUID> seen = new ArrayList<>();
        Cursor after = null;
        List<Row> page;
        do {
            Cursor from = after;
            page = read(asker.actor(), () -> fixtures.queries.waiting(asker.actor(), asker.access(), paused, from, 7));
            page.forEach(row -> seen.add(row.id()));
            after = page.isEmpty() ? after : page.getLast().cursor();
        } while (page.size() == 7);
        return seen;
    }

    private static boolean waitsFor(Asker asker, NewTodo todo) {
        TodoAccess access = asker.access();
        if (!asker.actor().scope().holds(todo.region())) {
            return false;
        }
        if (todo.account() != null) {
            return todo.account().equals(access.account())
                    && (access.department() == null || access.department().equals(todo.department()))
                    && isOfLine(access.kinds(), todo);
        }
        if (todo.department() != null) {
            return todo.department().equals(access.department());
        }
        return todo.node().equals(access.node())
                && (access.isLead() || !List.of("supervise", "decide_extension").contains(todo.step()))
                && isOfLine(access.kinds(), todo);
    }

    /** None of these to-dos is about a demand that the department may open besides. */
    private static boolean isOfDepartment(@Nullable UUID department, NewTodo todo) {
        return department == null || department.equals(todo.department());
    }

    private static boolean isOfLine(@Nullable List<String> kinds, NewTodo todo) {
        return kinds == null || todo.kindCode() == null || kinds.contains(todo.kindCode());
    }

    private static boolean isHandedOut(Known known, UUID asking) {
        NewTodo todo = known.todo();
        return todo.department() != null
                || !todo.node().equals(known.from())
                || (todo.account() != null && !todo.account().equals(asking));
    }

    private static Asker asker(Random random, List<RegionCode> places, List<UUID> accounts, List<UUID> departments) {
        RegionCode node = pick(random, places);
        UUID department = random.nextInt(4) == 0 ? pick(random, departments) : null;
        List<String> kinds = random.nextInt(3) == 0 ? List.of("water", "noise") : null;
        Actor actor = fixtures.actor(pick(random, accounts), DutyKind.STREET_OFFICER, node, department, kinds);
        return new Asker(
                actor,
                new TodoAccess(
                        actor.account(), department, department == null ? node : null, random.nextBoolean(), kinds));
    }

    private static Known plant(Random random, List<RegionCode> places, List<UUID> accounts, List<UUID> departments) {
        RegionCode from = pick(random, places);
        UUID department = random.nextInt(4) == 0 ? pick(random, departments) : null;
        UUID account = random.nextInt(4) == 0 ? pick(random, accounts) : null;
        Instant due = NOW.plus(Duration.ofMinutes(random.nextInt(14_400) - 2_000));
        NewTodo todo = new NewTodo(
                "demand",
                Ids.next(),
                pick(random, List.of("accept", "handle", "supervise", "decide_extension")),
                pick(random, places),
                random.nextBoolean() ? from : pick(random, places),
                department,
                account,
                random.nextBoolean() ? pick(random, List.of("water", "noise", "parking")) : null,
                "题目",
                "",
                due.minusSeconds(86_400),
                due,
                due.minusSeconds(3_600));
        Actor opener = new Actor(
                accounts.getFirst(),
                "某某",
                DutyKind.STREET_OFFICER,
                null,
                from,
                4,
                "",
                null,
                org.gongzhi.kernel.Scope.EVERYTHING,
                "");
        UUID id = fixtures.open(opener, todo);
        boolean paused = random.nextInt(5) == 0;
        if (paused) {
            fixtures.transactions.write(
                    opener,
                    () -> Outcome.done(
                            fixtures.todos.pause("demand", todo.subjectId(), LocalDate.parse("2026-12-10"))));
        }
        return new Known(id, todo, paused, from);
    }

    private static void open(Actor actor, @Nullable UUID account, Instant due) {
        fixtures.open(
                actor,
                new NewTodo(
                        "demand",
                        Ids.next(),
                        "accept",
                        actor.node(),
                        actor.node(),
                        null,
                        account,
                        null,
                        "题目",
                        "",
                        due.minusSeconds(600),
                        due,
                        due.minusSeconds(60)));
    }

    private static long counted(List<Tally> tallies, String bucket) {
        return tallies.stream()
                .filter(tally -> tally.bucket().equals(bucket))
                .mapToLong(Tally::n)
                .sum();
    }

    private static <T> T read(Actor actor, java.util.function.Supplier<T> work) {
        return fixtures.transactions.read(actor, work);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
