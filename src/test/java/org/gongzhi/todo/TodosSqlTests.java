package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_2;
import static org.gongzhi.todo.TodoFixtures.at;
import static org.gongzhi.todo.TodoFixtures.todo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TodosSqlTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final TodoFixtures fixtures = TodoFixtures.on(database);
    private static final Actor secretary = fixtures.actor(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
    private static final Actor worker = Actor.worker("test");

    private record Stored(
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            @Nullable Instant escalatedAt,
            @Nullable Instant closedAt,
            @Nullable UUID closedBy,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account,
            @Nullable RegionCode from,
            String note) {}

    @Test
    void anOpenTodoCarriesWhatItWasGiven() {
        UUID department = fixtures.department(JIANWAI, "生态环境科");
        NewTodo given = new NewTodo(
                "demand",
                UUID.randomUUID(),
                "take_up",
                YONGANLI_GRID_2,
                JIANWAI,
                department,
                null,
                "water",
                "题",
                "注",
                at("2026-11-24T09:00"),
                at("2026-11-25T09:00"),
                at("2026-11-25T03:00"));
        UUID id = fixtures.open(secretary, given);
        Stored stored = stored(id);
        assertThat(stored.dueAt()).isEqualTo(given.dueAt());
        assertThat(stored.node()).isEqualTo(JIANWAI);
        assertThat(stored.department()).isEqualTo(department);
        assertThat(stored.from()).as("who handed it out").isEqualTo(YONGANLI);
        assertThat(stored.note()).isEqualTo("注");
        assertThat(stored(fixtures.open(worker, todo(YONGANLI, YONGANLI, "accept")))
                        .from())
                .isNull();
    }

    @Test
    void oneStepOfOneMatterWaitsOnceAtOnePlace() {
        NewTodo once = todo(YONGANLI, YONGANLI, "accept");
        fixtures.open(secretary, once);
        assertThatThrownBy(() -> fixtures.open(secretary, once)).hasMessageContaining("todo_open_unique");
    }

    @Test
    void manyAreOpenedInOneStatementAndThoseThatStandAreLeftAlone() {
        NewTodo stands = todo(YONGANLI, JIANWAI, "supervise");
        fixtures.open(secretary, stands);
        UUID account = fixtures.account("many");
        NewTodo full = new NewTodo(
                "demand",
                UUID.randomUUID(),
                "supervise",
                YONGANLI,
                JIANWAI,
                fixtures.department(JIANWAI, "科"),
                account,
                "parking",
                "题",
                "注",
                at("2026-11-24T09:00"),
                at("2026-11-25T09:00"),
                at("2026-11-25T03:00"));
        int opened = write(
                () -> fixtures.todos.openAll(worker, List.of(stands, full, todo(YONGANLI, JIANWAI, "supervise"))));
        assertThat(opened).isEqualTo(2);
        assertThat(write(() -> fixtures.todos.openAll(worker, List.of()))).isZero();
        Stored stored = stored(idOf(full.subjectId()));
        assertThat(stored.account()).isEqualTo(account);
        assertThat(stored.dueAt()).isEqualTo(full.dueAt());
        assertThat(stored.warnAt()).isEqualTo(full.warnAt());
    }

    @Test
    void settlingClosesTheNamedStepsOrAll() {
        NewTodo accept = todo(YONGANLI, YONGANLI, "accept");
        UUID acceptId = fixtures.open(secretary, accept);
        UUID verifyId = fixtures.open(secretary, same(accept, "verify"));
        settle(secretary, accept, "accept");
        assertThat(stored(acceptId).closedBy()).isEqualTo(secretary.accountId());
        assertThat(stored(acceptId).closedAt()).isEqualTo(TodoFixtures.CLOCK.instant());
        assertThat(stored(verifyId).closedAt()).isNull();
        UUID againId = fixtures.open(secretary, accept);
        settle(secretary, accept);
        assertThat(stored(verifyId).closedAt()).isEqualTo(TodoFixtures.CLOCK.instant());
        assertThat(stored(againId).closedAt()).isEqualTo(TodoFixtures.CLOCK.instant());
    }

    @Test
    void aPauseKeepsWhatIsLeftAndAResumptionGivesItBack() {
        NewTodo handle = todo(YONGANLI, YONGANLI, "handle");
        UUID id = fixtures.open(secretary, handle);
        as(secretary, () -> fixtures.todos.pause("demand", handle.subjectId(), LocalDate.parse("2026-12-10")));
        assertThat(stored(id).pausedAt()).isEqualTo(TodoFixtures.CLOCK.instant());
        assertThat(stored(id).reviewOn()).isEqualTo("2026-12-10");
        assertThat(stored(id).dueAt()).isEqualTo(handle.dueAt());
        // Opened while the others stand still: it runs.
        UUID running = fixtures.open(secretary, same(handle, "decide_extension"));
        Duration paused = Duration.ofDays(16).plusMillis(250);
        as(secretary, () -> fixtures.todos.resume("demand", handle.subjectId(), paused));
        assertThat(stored(id).dueAt()).isEqualTo(handle.dueAt().plus(paused));
        assertThat(stored(id).warnAt()).isEqualTo(handle.warnAt().plus(paused));
        assertThat(stored(id).pausedAt()).isNull();
        assertThat(stored(running).dueAt()).isEqualTo(handle.dueAt());
        assertThatThrownBy(() -> as(
                        secretary, () -> fixtures.todos.resume("demand", handle.subjectId(), Duration.ofSeconds(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lookingAgainLaterDoesNotRestartThePause() {
        NewTodo handle = todo(YONGANLI, YONGANLI, "handle");
        UUID id = fixtures.open(secretary, handle);
        as(secretary, () -> fixtures.todos.pause("demand", handle.subjectId(), LocalDate.parse("2026-12-10")));
        TodoFixtures.asOwner(
                database, "update todo set paused_at = paused_at - interval '3 days' where id = '" + id + "'");
        as(secretary, () -> fixtures.todos.pause("demand", handle.subjectId(), LocalDate.parse("2026-12-20")));
        assertThat(stored(id).pausedAt()).isEqualTo(TodoFixtures.CLOCK.instant().minus(Duration.ofDays(3)));
        assertThat(stored(id).reviewOn()).isEqualTo("2026-12-20");
    }

    @Test
    void closingEndsAPause() {
        NewTodo handle = todo(YONGANLI, YONGANLI, "handle");
        UUID id = fixtures.open(secretary, handle);
        as(secretary, () -> fixtures.todos.pause("demand", handle.subjectId(), LocalDate.parse("2026-12-10")));
        settle(secretary, handle);
        assertThat(stored(id).pausedAt()).isNull();
        assertThat(stored(id).closedAt()).isNotNull();
    }

    @Test
    void anExtensionMovesTheClockOfItsStepsAndMakesItFreshAgain() {
        NewTodo handle = todo(YONGANLI, YONGANLI, "handle");
        UUID id = fixtures.open(secretary, handle);
        UUID other = fixtures.open(secretary, same(handle, "verify"));
        TodoFixtures.asOwner(
                database, "update todo set escalated_at = now() where subject_id = '" + handle.subjectId() + "'");
        Instant due = at("2026-12-01T18:00");
        as(secretary, () -> fixtures.todos.extend("demand", handle.subjectId(), due, due.minusSeconds(3600), "handle"));
        assertThat(stored(id).dueAt()).isEqualTo(due);
        assertThat(stored(id).escalatedAt()).isNull();
        assertThat(stored(other).dueAt()).isEqualTo(handle.dueAt());
        assertThat(stored(other).escalatedAt()).isNotNull();
        Instant past = at("2026-11-24T09:00");
        TodoFixtures.asOwner(database, "update todo set escalated_at = now() where id = '" + id + "'");
        as(secretary, () -> fixtures.todos.extend("demand", handle.subjectId(), past, past));
        assertThat(stored(id).escalatedAt()).as("still late").isNotNull();
    }

    @Test
    void editsNeverResetAClock() {
        NewTodo handle = todo(YONGANLI, YONGANLI, "handle");
        UUID id = fixtures.open(secretary, handle);
        as(secretary, () -> fixtures.todos.retitle("demand", handle.subjectId(), "物业已到场"));
        as(
                secretary,
                () -> fixtures.todos.reassign(
                        "demand", handle.subjectId(), "handle", YONGANLI, null, secretary.account()));
        Stored stored = stored(id);
        assertThat(stored.note()).isEqualTo("物业已到场");
        assertThat(stored.account()).isEqualTo(secretary.accountId());
        assertThat(stored.dueAt()).isEqualTo(handle.dueAt());
        assertThat(stored.warnAt()).isEqualTo(handle.warnAt());
    }

    @Test
    void anotherTerritorysTodosCannotBeTouchedNorOpened() {
        NewTodo ours = todo(YONGANLI, YONGANLI, "accept");
        UUID id = fixtures.open(secretary, ours);
        Actor neighbour = fixtures.actor(DutyKind.DISTRICT_LEADER, FENGTAI);
        settle(neighbour, ours);
        assertThat(as(neighbour, () -> fixtures.todos.retitle("demand", ours.subjectId(), "x")))
                .isZero();
        assertThatThrownBy(() -> fixtures.open(neighbour, todo(YONGANLI, CHAOYANG, "accept")))
                .hasStackTraceContaining("row-level security");
        assertThat(stored(id).closedAt()).isNull();
    }

    private static NewTodo same(NewTodo todo, String step) {
        return new NewTodo(
                todo.subjectKind(),
                todo.subjectId(),
                step,
                todo.region(),
                todo.node(),
                null,
                null,
                null,
                todo.title(),
                "",
                todo.openedAt(),
                todo.dueAt(),
                todo.warnAt());
    }

    private static int write(Supplier<Integer> work) {
        return as(worker, work);
    }

    private static void settle(Actor actor, NewTodo todo, String... steps) {
        as(actor, () -> {
            fixtures.todos.settle(actor, "demand", todo.subjectId(), steps);
            return 0;
        });
    }

    private static int as(Actor actor, Supplier<Integer> work) {
        return fixtures.transactions
                .write(actor, () -> Outcome.done(work.get()))
                .orThrow();
    }

    private static UUID idOf(UUID subject) {
        return fixtures.transactions.read(
                worker,
                () -> fixtures.sql
                        .of("select id from todo where subject_id = :subject")
                        .bind("subject", subject)
                        .one(row -> row.id("id")));
    }

    private static Stored stored(UUID id) {
        return fixtures.transactions.read(
                worker, () -> fixtures.sql.of("""
                        select due_at, warn_at, paused_at, review_on, escalated_at, closed_at, closed_by, node_code, department_id, account_id, from_node, note
                        from todo where id = :id""").bind("id", id).one(TodosSqlTests::map));
    }

    private static Stored map(Sql.Row row) throws java.sql.SQLException {
        return new Stored(
                row.at("due_at"),
                row.at("warn_at"),
                row.atOrNull("paused_at"),
                row.onOrNull("review_on"),
                row.atOrNull("escalated_at"),
                row.atOrNull("closed_at"),
                row.idOrNull("closed_by"),
                row.region("node_code"),
                row.idOrNull("department_id"),
                row.idOrNull("account_id"),
                row.regionOrNull("from_node"),
                row.text("note"));
    }
}
