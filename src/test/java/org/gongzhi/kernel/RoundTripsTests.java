package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class RoundTripsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Actor worker = Actor.worker("test");

    private final Sql sql = new Sql(database.application());
    private final Transactions transactions =
            new Transactions(new DataSourceTransactionManager(database.application()), database.application());

    @BeforeAll
    static void prepare() {
        JdbcClient.create(database.owner())
                .sql("create table travelled (n integer primary key, words text)")
                .update();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(database.owner()).sql("truncate travelled").update();
    }

    @Test
    void whatWaitsComesBeforeTheNextStatementInItsOrder() {
        List<Integer> seen = transactions
                .write(worker, () -> {
                    add(1, "one");
                    add(2, null);
                    sql.of("update travelled set n = n + 10").updateLater();
                    return Outcome.done(all());
                })
                .orThrow();
        assertThat(seen).containsExactly(11, 12);
    }

    @Test
    void whatNobodyWaitedForIsThereWhenTheTransactionHasEnded() {
        transactions.write(worker, () -> {
            for (int i = 0; i < 50; i++) {
                add(i, i % 2 == 0 ? null : "odd");
            }
            return Outcome.done(true);
        });
        assertThat(transactions.read(worker, this::all)).hasSize(50);
    }

    @Test
    void whatWaitsIsForgottenWhenTheWorkIsRefused() {
        transactions.write(worker, () -> {
            add(1, "one");
            return Outcome.refused(HttpRefusal.FORBIDDEN);
        });
        assertThat(transactions.read(worker, this::all)).isEmpty();
    }

    @Test
    void aMistakeThatWaitedFailsTheWholeTransaction() {
        assertThatThrownBy(() -> transactions.write(worker, () -> {
                    add(1, "one");
                    add(1, "again");
                    return Outcome.done(true);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> transactions.write(worker, () -> {
                    add(2, "two");
                    sql.of("update travelled set words = 'x' where n = 3").updateOneLater();
                    return Outcome.done(all());
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 rows instead of 1");
        assertThat(transactions.read(worker, this::all)).isEmpty();
    }

    @Test
    void streamsAndCopiesSeeWhatWaited() {
        transactions.write(worker, () -> {
            add(1, "one");
            sql.copyIn("copy travelled (n, words) from stdin", rows -> rows.write("2\ttwo\n"));
            add(3, "three");
            List<Integer> seen = new java.util.ArrayList<>();
            sql.of("select n from travelled where n > :least order by n")
                    .bind("least", 1)
                    .each(row -> seen.add(row.whole("n")));
            assertThat(seen).containsExactly(2, 3);
            return Outcome.done(true);
        });
    }

    private void add(int n, @Nullable String words) {
        sql.of("insert into travelled (n, words) values (:n, :words)")
                .bind("n", n)
                .bind("words", words)
                .updateLater();
    }

    private List<Integer> all() {
        return sql.of("select n from travelled order by n").list(row -> row.whole("n"));
    }
}
