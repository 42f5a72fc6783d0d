package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.todo.TodoFixtures.CLOCK;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongzhi.kernel.Actor;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalateOverdueJobTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final TodoFixtures fixtures = TodoFixtures.on(database);
    private static final int MANY = 100_000;

    @BeforeEach
    void nothingWaits() {
        TodoFixtures.asOwner(database, "delete from todo");
    }

    @Test
    void twoWorkersEscalateAHundredThousandOnceEachOldestFirst() throws Exception {
        plant(MANY);
        TodoFixtures.asOwner(database, "analyze todo");
        var batches = new ConcurrentLinkedQueue<List<UUID>>();
        EscalateOverdueJob job = job(escalated -> batches.add(
                escalated.items().stream().map(TodoEvent.Item::todoId).toList()));
        long started = System.nanoTime();
        int total = 0;
        var together = new CyclicBarrier(2);
        try (var workers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(workers.submit(() -> {
                    together.await();
                    return job.run();
                }));
            }
            for (Future<Integer> run : runs) {
                total += run.get();
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "two workers escalated %,d overdue to-dos in %.1f s: %,.0f a second%n",
                total, seconds, total / seconds);

        List<UUID> seen = batches.stream().flatMap(List::stream).toList();
        Set<UUID> distinct = new HashSet<>(seen);
        assertThat(seen).hasSize(MANY);
        assertThat(distinct).hasSize(MANY);
        assertThat(
                        count(
                                "select count(*) from todo where escalated_at is null and due_at < timestamptz '2026-11-24 10:00+08'"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from todo where escalated_at is not null and due_at >= timestamptz '2026-11-24 10:00+08'"))
                .isZero();
        // Ids were planted in the order of their due times.
        assertThat(batches)
                .allSatisfy(
                        batch -> assertThat(batch.stream().map(UUID::toString)).isSorted());
        // Together the two take from the old end: no batch reaches further than what both had taken by then.
        int position = 0;
        for (List<UUID> batch : batches) {
            position += batch.size();
            assertThat(number(batch.getLast())).isLessThanOrEqualTo(position + 2 * 500L);
        }
        assertThat(job.run()).as("nothing is left").isZero();
    }

    @Test
    void onlyOpenRunningOverdueOnesAreTakenAssignedOrNot() {
        plant(4);
        TodoFixtures.asOwner(
                database, "update todo set closed_at = now() where id = '00000000-0000-0000-0000-000000000001'");
        TodoFixtures.asOwner(
                database,
                "update todo set paused_at = now(), review_on = current_date where id = '00000000-0000-0000-0000-000000000002'");
        UUID account = fixtures.account("assigned");
        TodoFixtures.asOwner(
                database,
                "update todo set account_id = '" + account + "' where id = '00000000-0000-0000-0000-000000000003'");
        fixtures.open(Actor.worker("test"), TodoFixtures.todo(YONGANLI, YONGANLI, "accept"));
        var items = new ArrayList<TodoEvent.Item>();
        assertThat(job(escalated -> items.addAll(escalated.items())).run()).isEqualTo(2);
        assertThat(items).extracting(item -> number(item.todoId())).containsExactly(3L, 4L);
        assertThat(items.getFirst().superiorNode()).isEqualTo(JIANWAI);
        assertThat(items.getFirst().step()).isEqualTo("accept");
    }

    @Test
    void onTheDueInstantNothingIsOverdue() {
        plant(1);
        TodoFixtures.asOwner(
                database,
                "update todo set warn_at = timestamptz '2026-11-24 10:00+08', due_at = timestamptz '2026-11-24 10:00+08'");
        assertThat(job(_ -> {}).run()).isZero();
        TodoFixtures.asOwner(
                database,
                "update todo set warn_at = timestamptz '2026-11-24 09:59:59.999+08', due_at = timestamptz '2026-11-24 09:59:59.999+08'");
        assertThat(job(_ -> {}).run()).isEqualTo(1);
    }

    @Test
    void whatAListenerCannotTakeIsNotEscalated() {
        plant(3);
        EscalateOverdueJob failing = job(_ -> {
            throw new IllegalStateException("listener");
        });
        assertThatThrownBy(failing::run).hasMessage("listener");
        assertThat(count("select count(*) from todo where escalated_at is not null"))
                .isZero();
        assertThat(job(_ -> {}).run()).isEqualTo(3);
    }

    private interface Listener {
        void on(TodoEvent.Escalated escalated);
    }

    private static EscalateOverdueJob job(Listener listener) {
        return new EscalateOverdueJob(
                fixtures.transactions,
                fixtures.todos,
                () -> _ -> JIANWAI,
                event -> {
                    if (event instanceof TodoEvent.Escalated escalated) {
                        listener.on(escalated);
                    }
                },
                CLOCK);
    }

    private static void plant(int many) {
        TodoFixtures.asOwner(database, """
                insert into todo (id, subject_kind, subject_id, step, region_code, node_code, title, opened_at, due_at, warn_at)
                select lpad(i::text, 32, '0')::uuid, 'demand', gen_random_uuid(), 'accept', 110105001026000, 110105001026000, '题',
                       timestamptz '2026-11-01 08:00+08', timestamptz '2026-11-20 08:00+08' + i * interval '1 second', timestamptz '2026-11-20 07:00+08'
                from generate_series(1, %d) i
                """.formatted(many));
    }

    /** The how-manieth it was planted. */
    private static long number(UUID id) {
        return Long.parseLong(id.toString().replace("-", ""));
    }

    private static long count(@com.google.errorprone.annotations.CompileTimeConstant String query) {
        return fixtures.transactions.read(
                Actor.worker("test"), () -> fixtures.sql.of(query).count());
    }
}
