package org.gongzhi.kernel;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way into the database: every transaction belongs to somebody, and row-level security is told whom before the first statement. A refused outcome
 * rolls back. Nested calls join the transaction and must be the same actor's.
 */
@Component
public class Transactions {

    private static final String CURRENT = Transactions.class.getName() + ".actor";
    private static final String ASIDE = Transactions.class.getName() + ".aside";

    /** As long as the pool would let anybody wait for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For what comes to the pool by another way: the scheduler, the check of health. */
    private static final int LEFT_FREE = 2;

    private static final int MOST_ATTEMPTS = 5;

    /** Well before PostgreSQL looks for circles of waiting, after a second, and ends whom it likes. */
    private static final MapSqlParameterSource GIVES_WAY = new MapSqlParameterSource("wait", "300ms");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Semaphore turns;
    private final RoundTrips trips;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final ReadReplica replica;

    public Transactions(PlatformTransactionManager manager, DataSource dataSource) {
        this(manager, dataSource, ReadReplica.none());
    }

    @Autowired
    public Transactions(PlatformTransactionManager manager, DataSource dataSource, ReadReplica replica) {
        this.replica = replica;
        this.turns = new Semaphore(atOnce(dataSource), true);
        this.trips = new RoundTrips(dataSource);
        this.writing = new TransactionTemplate(manager);
        var readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);
        this.reading = new TransactionTemplate(manager, readOnly);
    }

    /** Writes as {@code actor}; everything or nothing. */
    public <T> Outcome<T> write(Actor actor, Supplier<Outcome<T>> work) {
        return run(writing, new Setting(actor, null, null, null), status -> {
            Outcome<T> outcome = work.get();
            if (!outcome.isDone()) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /**
     * For a part of long work beside which everybody goes on: begun again when the database ends it in favour of somebody whose way it was in. {@code work} keeps
     * nothing of an attempt that failed.
     */
    public <T> Outcome<T> writeAmongOthers(Actor actor, Supplier<Outcome<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write(actor, work);
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == MOST_ATTEMPTS) {
                    throw deadlock;
                }
            }
        }
    }

    /**
     * For a worker that comes again in a moment: lets go of everything when somebody keeps it waiting, so that nobody ever waits for it who keeps it waiting.
     * Empty then.
     */
    public <T> Optional<T> writeGivingWay(Actor worker, Supplier<Outcome<T>> work) {
        try {
            return Optional.of(write(worker, () -> {
                        trips.later("select set_config('lock_timeout', :wait, true)", GIVES_WAY, null);
                        return work.get();
                    })
                    .orThrow());
        } catch (DataAccessException stopped) {
            boolean wasKeptWaiting = stopped.getMostSpecificCause() instanceof SQLException cause
                    && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
            if (wasKeptWaiting || stopped instanceof PessimisticLockingFailureException) {
                return Optional.empty();
            }
            throw stopped;
        }
    }

    public <T> T read(Actor actor, Supplier<T> work) {
        return run(reading, new Setting(actor, null, null, null), _ -> work.get());
    }

    /** Which database answers. */
    public enum Source {
        PRIMARY,
        REPLICA
    }

    /**
     * Reads what may be some seconds old: from the replica where there is one that keeps up, else as {@link #read}. The work may be begun twice, and must say as of
     * when its figures are.
     */
    public <T> T readAside(Actor actor, Function<Source, T> work) {
        Setting setting = new Setting(actor, null, null, null);
        TransactionTemplate aside = isOpen() ? null : replica.readable().orElse(null);
        if (aside != null) {
            try {
                return asAsked(aside, setting, _ -> {
                    TransactionSynchronizationManager.bindResource(ASIDE, setting);
                    try {
                        return work.apply(Source.REPLICA);
                    } finally {
                        TransactionSynchronizationManager.unbindResource(ASIDE);
                    }
                });
            } catch (DataAccessException | TransactionException broken) {
                // A follower ends readings that hold back what it must replay; the primary does not.
                replica.failed();
            }
        }
        return run(reading, setting, _ -> work.apply(Source.PRIMARY));
    }

    /** Reads as the public window does: published rows of the scope, nothing else. */
    public <T> T readPublished(Scope scope, Supplier<T> work) {
        var anyone = Actor.resident(RegionCode.NATION, scope);
        return run(reading, new Setting(anyone, "public", null, null), _ -> work.get());
    }

    /** Reads with a follow-up code in hand: opens the one row of {@code demand_code} that carries its digest. */
    public <T> T readWithCode(byte[] digest, Supplier<T> work) {
        var holder = Actor.resident(RegionCode.NATION, Scope.NOTHING);
        return run(
                reading, new Setting(holder, null, java.util.HexFormat.of().formatHex(digest), null), _ -> work.get());
    }

    /** Reads public facts, tables without row-level security: joins whatever transaction is open, else opens one that sees nothing besides. */
    public <T> T readFacts(Supplier<T> work) {
        if (isOpen()) {
            return work.get();
        }
        return run(reading, new Setting(Actor.worker("facts", Scope.NOTHING), null, null, null), _ -> work.get());
    }

    /** Workers that must see what no person may: {@code fold}, {@code job}, {@code seal}. */
    public <T> T asWorker(String worker, Supplier<T> work) {
        return run(writing, new Setting(Actor.worker(worker), null, null, worker), _ -> work.get());
    }

    private record Setting(
            Actor actor,
            @Nullable String window,
            @Nullable String code,
            @Nullable String worker) {}

    private <T> T run(TransactionTemplate template, Setting setting, TransactionCallback<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            var current = (Setting) TransactionSynchronizationManager.getResource(CURRENT);
            if (current == null || !current.equals(setting)) {
                throw new IllegalStateException("a transaction of " + (current == null ? "nobody" : current.actor())
                        + " cannot go on as " + setting.actor());
            }
            return template.execute(work);
        }
        return inTurn(() -> asAsked(template, setting, work));
    }

    private <T> T asAsked(TransactionTemplate template, Setting setting, TransactionCallback<T> work) {
        return template.execute(status -> {
            TransactionSynchronizationManager.bindResource(CURRENT, setting);
            RoundTrips.begin();
            try {
                tellDatabase(setting, !template.isReadOnly() && setting.worker() == null);
                T outcome = work.doInTransaction(status);
                if (!status.isRollbackOnly()) {
                    trips.sendWaiting();
                }
                return outcome;
            } finally {
                RoundTrips.end();
                TransactionSynchronizationManager.unbindResource(CURRENT);
            }
        });
    }

    /**
     * Who comes first is served first. The pool gives a connection to whoever asks just when one comes back, so that under a rush some wait ten times as long
     * as others.
     */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransactionTimedOutException("no turn within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransactionTimedOutException("interrupted while waiting for a turn", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static int atOnce(DataSource dataSource) {
        return dataSource instanceof HikariDataSource pool
                ? Math.max(1, pool.getMaximumPoolSize() - LEFT_FREE)
                : Integer.MAX_VALUE;
    }

    /**
     * With the first statement, and only for this transaction: set_config(…, true).
     *
     * @param keepsPlans people's writes go row by row over keys, where planning would cost more than running; a list's plan is made for its scope each time,
     *     since one made for another scope is ruinous
     */
    private void tellDatabase(Setting setting, boolean keepsPlans) {
        Actor actor = setting.actor();
        trips.later(
                """
                select set_config('app.scopes', :scopes, true), set_config('app.account', :account, true),
                       set_config('app.department', :department, true), set_config('app.kinds', :kinds, true),
                       set_config('app.window', :window, true), set_config('app.code', :code, true), set_config('app.worker', :worker, true),
                       set_config('plan_cache_mode', :plans, true)
                """,
                new MapSqlParameterSource()
                        .addValue("scopes", actor.scope().asMultirange())
                        .addValue("account", text(actor.accountId()))
                        .addValue("department", text(actor.scope().department()))
                        .addValue("kinds", array(actor.scope().kinds()))
                        .addValue("window", setting.window() == null ? "" : setting.window())
                        .addValue("code", setting.code() == null ? "" : setting.code())
                        .addValue("worker", setting.worker() == null ? "" : setting.worker())
                        .addValue("plans", keepsPlans ? "auto" : "force_custom_plan"),
                null);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static String array(@Nullable List<String> kinds) {
        return kinds == null
                ? ""
                : kinds.stream().map(kind -> "\"" + kind + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    /** True while what is read may be some seconds old, and must not be kept for those who need it as it is. */
    public boolean isReadingAside() {
        return TransactionSynchronizationManager.getResource(ASIDE) != null;
    }

    /** True while a transaction of this door is open on this thread; {@link Sql} refuses to run outside one. */
    static boolean isOpen() {
        return TransactionSynchronizationManager.getResource(CURRENT) != null;
    }

    static void requireOpen(DataSource dataSource) {
        if (!isOpen()) {
            throw new IllegalStateException(
                    "no transaction: go through Transactions so that row-level security knows who asks ("
                            + DataSourceUtils.class.getSimpleName() + " " + dataSource + ")");
        }
    }
}
