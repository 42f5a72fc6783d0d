package org.gongzhi.kernel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way to the database and back, which costs both sides more than most statements do. What nobody waits for travels with the next statement that somebody
 * does wait for, in its order, and at the latest before the transaction ends: the database does the same work, and answers once.
 */
final class RoundTrips {

    private static final String WAITING = RoundTrips.class.getName() + ".waiting";

    /** Statements that travel together at most; more would fill the buffers of a connection with answers nobody reads yet. */
    private static final int MOST_WAITING = 20;

    private static final int PORTION = 1000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Map<String, Parsed> known = new ConcurrentHashMap<>();

    RoundTrips(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    private record Parsed(ParsedSql named, String text) {}

    /** Named in the message when one of them fails. */
    private record Joined(String text) implements PreparedStatementCreator, SqlProvider {
        @Override
        public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
            return connection.prepareStatement(text);
        }

        @Override
        public String getSql() {
            return text;
        }
    }

    @FunctionalInterface
    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    @FunctionalInterface
    private interface Answer<T> {
        T read(PreparedStatement ps) throws SQLException;
    }

    /** @param rows how many it must change; null: as many as there are */
    private record Waiting(
            String text,
            List<@Nullable Object> values,
            @Nullable Integer rows) {}

    /** From here to {@link #end} statements may wait; of the outermost transaction only. */
    static void begin() {
        TransactionSynchronizationManager.bindResource(WAITING, new ArrayList<Waiting>());
    }

    static void end() {
        TransactionSynchronizationManager.unbindResource(WAITING);
    }

    void later(String text, MapSqlParameterSource parameters, @Nullable Integer rows) {
        waiting().add(statement(text, parameters, rows));
        if (waiting().size() == MOST_WAITING) {
            sendWaiting();
        }
    }

    void sendWaiting() {
        List<Waiting> all = taken();
        if (!all.isEmpty()) {
            send(all, _ -> true);
        }
    }

    <T> T query(String text, MapSqlParameterSource parameters, Rows<T> reader) {
        List<Waiting> all = taken();
        all.add(statement(text, parameters, null));
        return send(all, ps -> {
            try (var rows = ps.getResultSet()) {
                return reader.read(rows);
            }
        });
    }

    int update(String text, MapSqlParameterSource parameters) {
        List<Waiting> all = taken();
        all.add(statement(text, parameters, null));
        return send(all, PreparedStatement::getUpdateCount);
    }

    /** Row by row, in portions. */
    void each(String text, MapSqlParameterSource parameters, RowCallbackHandler use) {
        sendWaiting();
        Waiting statement = statement(text, parameters, null);
        var streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(PORTION);
        streaming.query(
                statement.text(),
                new ArgumentPreparedStatementSetter(statement.values().toArray()),
                use);
    }

    void copyIn(String text, Sql.CopySource source) {
        sendWaiting();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var rows = new BufferedWriter(new OutputStreamWriter(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), text), StandardCharsets.UTF_8))) {
            source.writeTo(rows);
        } catch (SQLException | IOException e) {
            throw new DataAccessResourceFailureException("copy failed: " + text, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** @param last reads the answer of the last one */
    @SuppressWarnings("NullAway") // as much as the reader answers
    private <T> T send(List<Waiting> all, Answer<T> last) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        for (Waiting one : all) {
            text.append(text.isEmpty() ? "" : "; ").append(one.text());
            values.addAll(one.values());
        }
        return jdbc.execute(new Joined(text.toString()), ps -> {
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(ps);
            ps.execute();
            for (int i = 0; i < all.size() - 1; i++) {
                check(all.get(i), ps);
                ps.getMoreResults();
            }
            check(all.getLast(), ps);
            return last.read(ps);
        });
    }

    private static void check(Waiting sent, PreparedStatement ps) throws SQLException {
        Integer rows = sent.rows();
        if (rows != null && ps.getUpdateCount() != rows) {
            throw new IllegalStateException(ps.getUpdateCount() + " rows instead of " + rows + " by " + sent.text());
        }
    }

    private Waiting statement(String text, MapSqlParameterSource parameters, @Nullable Integer rows) {
        Parsed parsed = known.computeIfAbsent(text, fresh -> {
            ParsedSql named = NamedParameterUtils.parseSqlStatement(fresh);
            return new Parsed(named, NamedParameterUtils.substituteNamedParameters(named, null));
        });
        return new Waiting(
                parsed.text(),
                Arrays.asList(NamedParameterUtils.buildValueArray(parsed.named(), parameters, null)),
                rows);
    }

    private static List<Waiting> taken() {
        List<Waiting> waiting = waiting();
        List<Waiting> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static List<Waiting> waiting() {
        if (TransactionSynchronizationManager.getResource(WAITING) instanceof List<?> waiting) {
            return (List<Waiting>) waiting;
        }
        throw new IllegalStateException("no transaction");
    }
}
