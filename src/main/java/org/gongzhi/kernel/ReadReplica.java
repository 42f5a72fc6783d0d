package org.gongzhi.kernel;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A PostgreSQL that follows the primary and takes its larger reads away from it. One that cannot be reached, is no follower, or is further behind than allowed is
 * passed over and asked again after some seconds; whoever reads is served by the primary meanwhile.
 */
public final class ReadReplica implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReplica.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final @Nullable HikariDataSource pool;
    private final @Nullable TransactionTemplate reading;
    private final Duration mostBehind;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private ReadReplica(
            @Nullable HikariDataSource pool,
            @Nullable TransactionTemplate reading,
            Duration mostBehind,
            LongSupplier nanos) {
        this.pool = pool;
        this.reading = reading;
        this.mostBehind = mostBehind;
        this.nanos = nanos;
    }

    /** There is none. */
    public static ReadReplica none() {
        return new ReadReplica(null, null, Duration.ZERO, System::nanoTime);
    }

    /**
     * One that may be there.
     *
     * @param primary whose statements are sent to the replica where a reading transaction is opened on it
     * @param mostBehind how old what it says may be
     * @param nanos time, only to tell how long ago it was asked
     */
    public static ReadReplica of(HikariDataSource pool, DataSource primary, Duration mostBehind, LongSupplier nanos) {
        var readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);
        var manager = new DataSourceTransactionManager(new InPlaceOf(primary, pool));
        return new ReadReplica(pool, new TransactionTemplate(manager, readOnly), mostBehind, nanos);
    }

    /** How it stands. */
    public enum State {
        FOLLOWS,
        BEHIND,
        NO_FOLLOWER,
        AWAY
    }

    /**
     * What it was found to be.
     *
     * @param behind how long ago the last change it knows of was made; null when it cannot tell
     */
    public record Seen(State state, @Nullable Duration behind) {}

    private record Known(Seen seen, long at) {}

    /** Asks it now; nothing where there is none. */
    public Optional<Seen> look() {
        HikariDataSource asked = pool;
        if (asked == null) {
            return Optional.empty();
        }
        Seen seen = ask(asked);
        note(seen);
        return Optional.of(seen);
    }

    /** Where to read from it, when it may be read from. */
    Optional<TransactionTemplate> readable() {
        HikariDataSource asked = pool;
        if (asked == null) {
            return Optional.empty();
        }
        Known last = known.get();
        if (last == null || nanos.getAsLong() - last.at() > ASKED_EVERY.toNanos()) {
            note(ask(asked));
            last = known.get();
        }
        return last != null && last.seen().state() == State.FOLLOWS ? Optional.ofNullable(reading) : Optional.empty();
    }

    /** A reading that broke off: not asked again for some seconds. */
    void failed() {
        note(new Seen(State.AWAY, null));
    }

    private void note(Seen seen) {
        Known before = known.getAndSet(new Known(seen, nanos.getAsLong()));
        if (before == null ? seen.state() != State.FOLLOWS : before.seen().state() != seen.state()) {
            LOG.warn("The read replica: {}", seen.state());
        }
    }

    private Seen ask(HikariDataSource asked) {
        try (Connection connection = asked.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select pg_is_in_recovery() as follows, extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) as seconds""")) {
            row.next();
            if (!row.getBoolean("follows")) {
                return new Seen(State.NO_FOLLOWER, null);
            }
            double seconds = row.getDouble("seconds");
            if (row.wasNull()) {
                return new Seen(State.BEHIND, null);
            }
            Duration behind = Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
            return new Seen(behind.compareTo(mostBehind) > 0 ? State.BEHIND : State.FOLLOWS, behind);
        } catch (SQLException e) {
            return new Seen(State.AWAY, null);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** Known by the primary's name, so that statements meant for it find the open connection to the replica. */
    private static final class InPlaceOf extends DelegatingDataSource implements InfrastructureProxy {

        private final DataSource primary;

        InPlaceOf(DataSource primary, DataSource replica) {
            super(replica);
            this.primary = primary;
        }

        @Override
        public Object getWrappedObject() {
            return primary;
        }
    }
}
