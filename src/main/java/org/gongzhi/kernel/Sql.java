package org.gongzhi.kernel;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The small door to SQL: constant text with named parameters in, records out, only inside a transaction of {@link Transactions}. Lists bind as PostgreSQL
 * arrays ({@code = any (:ids)}), so one text has one plan whatever their length.
 */
@Component
public class Sql {

    private final DataSource dataSource;
    private final RoundTrips trips;

    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
        this.trips = new RoundTrips(dataSource);
    }

    public Statement of(@CompileTimeConstant String text) {
        Transactions.requireOpen(dataSource);
        return new Statement(text);
    }

    /** Writes rows in PostgreSQL's text format: columns parted by tabs, rows ended by line feeds. */
    @FunctionalInterface
    public interface CopySource {
        void writeTo(Writer rows) throws IOException;
    }

    /** Streams rows into {@code copy … from stdin}, in the open transaction. */
    public void copyIn(@CompileTimeConstant String text, CopySource source) {
        Transactions.requireOpen(dataSource);
        trips.copyIn(text, source);
    }

    @FunctionalInterface
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    public final class Statement {

        private final String text;
        private final MapSqlParameterSource parameters = new MapSqlParameterSource();

        private Statement(String text) {
            this.text = text;
        }

        public Statement bind(String name, @Nullable Object value) {
            return bind(name, value, null);
        }

        public Statement bind(String name, @Nullable String value) {
            return bind(name, value, "varchar");
        }

        public Statement bind(String name, @Nullable Enum<?> value) {
            return bind(name, value, "varchar");
        }

        public Statement bind(String name, @Nullable UUID value) {
            return bind(name, value, "uuid");
        }

        public Statement bind(String name, @Nullable RegionCode value) {
            return bind(name, value, "int8");
        }

        public Statement bind(String name, @Nullable Instant value) {
            return bind(name, value, "timestamptz");
        }

        public Statement bind(String name, @Nullable LocalDate value) {
            return bind(name, value, "date");
        }

        public Statement bind(String name, @Nullable Long value) {
            return bind(name, value, "int8");
        }

        private Statement bind(String name, @Nullable Object value, @Nullable String type) {
            Bound.add(parameters, name, value, type);
            return this;
        }

        public Statement bindTexts(String name, @Nullable Collection<? extends @Nullable String> values) {
            return array(name, "text", values == null ? null : values.toArray());
        }

        public Statement bindLongs(String name, @Nullable Collection<? extends @Nullable Long> values) {
            return array(name, "int8", values == null ? null : values.toArray());
        }

        public Statement bindLongs(String name, long[] values) {
            return array(name, "int8", java.util.Arrays.stream(values).boxed().toArray());
        }

        public Statement bindIds(String name, @Nullable Collection<? extends @Nullable UUID> values) {
            return array(name, "uuid", values == null ? null : values.toArray());
        }

        /** The subtree ranges as {@code :froms} and {@code :tos}, for {@code unnest(:froms, :tos)}; and as {@code :scopes}, an int8multirange text. */
        public Statement bindScope(Scope scope) {
            parameters.addValue("scopes", scope.asMultirange());
            return bindLongs("froms", scope.froms()).bindLongs("tos", scope.tos());
        }

        private Statement array(String name, String type, Object @Nullable [] values) {
            parameters.addValue(
                    name,
                    values == null ? null : new org.springframework.jdbc.support.SqlArrayValue(type, values),
                    values == null ? Types.NULL : Types.ARRAY);
            return this;
        }

        public <T> List<T> list(Mapper<T> mapper) {
            return trips.query(text, parameters, rs -> {
                List<T> rows = new ArrayList<>();
                for (Row row = new Row(rs); rs.next(); ) {
                    rows.add(mapper.map(row));
                }
                return rows;
            });
        }

        public <T> Optional<T> optional(Mapper<T> mapper) {
            List<T> rows = list(mapper);
            if (rows.size() > 1) {
                throw new IllegalStateException("at most one row expected, got " + rows.size() + " for " + text);
            }
            return rows.stream().findFirst();
        }

        public <T> T one(Mapper<T> mapper) {
            return optional(mapper)
                    .orElseThrow(() -> new IllegalStateException("one row expected, got none for " + text));
        }

        public long count() {
            return one(row -> row.rs().getLong(1));
        }

        /** Rows changed. */
        public int update() {
            return trips.update(text, parameters);
        }

        /** Changes what there is, with the next statement that somebody waits for, at the latest when the transaction ends. */
        public void updateLater() {
            trips.later(text, parameters, null);
        }

        /** As {@link #updateLater}, where any other number of rows is a mistake. */
        public void updateOneLater() {
            trips.later(text, parameters, 1);
        }

        /** Streams through a cursor of 1,000 rows; for exports and loaders. */
        public void each(Mapper<?> use) {
            trips.each(text, parameters, rs -> use.map(new Row(rs)));
        }
    }

    /** One row, by column name; the types of this house (Instant, RegionCode, UUID) without ceremony. */
    public record Row(ResultSet rs) {

        public String text(String column) throws SQLException {
            return some(rs.getString(column), column);
        }

        public @Nullable String textOrNull(String column) throws SQLException {
            return rs.getString(column);
        }

        public UUID id(String column) throws SQLException {
            return some(rs.getObject(column, UUID.class), column);
        }

        public @Nullable UUID idOrNull(String column) throws SQLException {
            return rs.getObject(column, UUID.class);
        }

        public Instant at(String column) throws SQLException {
            return some(atOrNull(column), column);
        }

        public @Nullable Instant atOrNull(String column) throws SQLException {
            var value = rs.getObject(column, java.time.OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        public LocalDate on(String column) throws SQLException {
            return some(rs.getObject(column, LocalDate.class), column);
        }

        public @Nullable LocalDate onOrNull(String column) throws SQLException {
            return rs.getObject(column, LocalDate.class);
        }

        public RegionCode region(String column) throws SQLException {
            return new RegionCode(number(column));
        }

        public @Nullable RegionCode regionOrNull(String column) throws SQLException {
            long value = rs.getLong(column);
            return rs.wasNull() ? null : new RegionCode(value);
        }

        public long number(String column) throws SQLException {
            return rs.getLong(column);
        }

        public @Nullable Long numberOrNull(String column) throws SQLException {
            long value = rs.getLong(column);
            return rs.wasNull() ? null : value;
        }

        public int whole(String column) throws SQLException {
            return rs.getInt(column);
        }

        public @Nullable Integer wholeOrNull(String column) throws SQLException {
            int value = rs.getInt(column);
            return rs.wasNull() ? null : value;
        }

        public @Nullable Double realOrNull(String column) throws SQLException {
            double value = rs.getDouble(column);
            return rs.wasNull() ? null : value;
        }

        public BigDecimal decimal(String column) throws SQLException {
            return some(rs.getBigDecimal(column), column);
        }

        public boolean yes(String column) throws SQLException {
            return rs.getBoolean(column);
        }

        public @Nullable Boolean yesOrNull(String column) throws SQLException {
            boolean value = rs.getBoolean(column);
            return rs.wasNull() ? null : value;
        }

        public byte[] bytes(String column) throws SQLException {
            return some(rs.getBytes(column), column);
        }

        public byte @Nullable [] bytesOrNull(String column) throws SQLException {
            return rs.getBytes(column);
        }

        public List<String> texts(String column) throws SQLException {
            return some(textsOrNull(column), column);
        }

        public @Nullable List<String> textsOrNull(String column) throws SQLException {
            var array = rs.getArray(column);
            return array == null ? null : List.of((String[]) array.getArray());
        }

        private static <T> T some(@Nullable T value, String column) {
            if (value == null) {
                throw new IllegalStateException("column " + column + " is null");
            }
            return value;
        }
    }
}
