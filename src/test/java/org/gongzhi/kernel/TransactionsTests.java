package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class TransactionsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private static final HikariDataSource pool = poolOfThree();

    private static final Actor worker = Actor.worker("test");

    private final Transactions transactions = new Transactions(new DataSourceTransactionManager(pool), pool);

    /** Two of three connections are left to others, so one transaction runs and the others wait. */
    private static HikariDataSource poolOfThree() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.application());
        pool.setMaximumPoolSize(3);
        return pool;
    }

    @Test
    void aPartOfLongWorkIsBegunAgainWhenItWasInSomebodysWay() {
        AtomicInteger attempts = new AtomicInteger();
        assertThat(transactions.writeAmongOthers(worker, () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new PessimisticLockingFailureException("deadlock");
                    }
                    return Outcome.done(7);
                }))
                .isEqualTo(Outcome.done(7));
        assertThat(attempts).hasValue(3);
        attempts.set(0);
        assertThatThrownBy(() -> transactions.writeAmongOthers(worker, () -> {
                    attempts.incrementAndGet();
                    throw new PessimisticLockingFailureException("deadlock");
                }))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void aWorkerThatIsKeptWaitingLetsGo() throws SQLException {
        var sql = new Sql(pool);
        Supplier<Outcome<Integer>> locking = () -> {
            sql.of("select pg_advisory_xact_lock(4711)::text").list(_ -> true);
            return Outcome.done(7);
        };
        try (Connection somebody = database.application().getConnection();
                var held = somebody.createStatement()) {
            held.execute("select pg_advisory_lock(4711)");
            assertThat(transactions.writeGivingWay(worker, locking)).isEmpty();
            held.execute("select pg_advisory_unlock(4711)");
        }
        assertThat(transactions.writeGivingWay(worker, locking)).hasValue(7);
        assertThat(transactions.writeGivingWay(worker, () -> {
                    throw new PessimisticLockingFailureException("deadlock");
                }))
                .isEmpty();
        assertThatThrownBy(() -> transactions.writeGivingWay(worker, () -> {
                    throw new DuplicateKeyException("twice");
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whoComesFirstIsServedFirst() throws InterruptedException {
        CountDownLatch isInside = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        List<Integer> served = new CopyOnWriteArrayList<>();
        List<Thread> people = new ArrayList<>();
        people.add(Thread.ofPlatform()
                .start(() -> transactions.read(worker, () -> {
                    isInside.countDown();
                    await(mayGo);
                    return served.add(0);
                })));
        isInside.await();
        for (int i = 1; i <= 20; i++) {
            int place = i;
            Thread next = Thread.ofPlatform().start(() -> transactions.read(worker, () -> served.add(place)));
            while (next.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            people.add(next);
        }
        mayGo.countDown();
        for (Thread one : people) {
            one.join();
        }
        assertThat(served).isSorted().hasSize(21);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
