package org.gongzhi.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * How many rows each table of ours holds, as the owner sees them.
 *
 * @param rows by the table's name
 */
record TableCounts(Map<String, Long> rows) {

    /** Come and go by themselves. */
    private static final Set<String> PASSING =
            Set.of("flyway_schema_history", "scheduled_tasks", "spring_session", "spring_session_attributes");

    /** What was said and done: a migration may rewrite it, but neither adds to it nor takes from it. */
    private static final Set<String> KEPT = Set.of(
            "account",
            "duty",
            "demand",
            "demand_step",
            "demand_joiner",
            "demand_call_back",
            "demand_file",
            "contact",
            "contact_look",
            "file",
            "callout",
            "suggestion",
            "audit_entry",
            "audit_seal");

    TableCounts {
        rows = Map.copyOf(rows);
    }

    static TableCounts of(DataSource database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Names of tables cannot be bound; in a function of this session they need not be.
            statement.execute("""
                    create or replace function pg_temp.rows_of_tables() returns table (name text, n bigint) language plpgsql as $$
                    begin
                        for name in select relname from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace loop
                            execute format('select count(*) from public.%I', name) into n;
                            return next;
                        end loop;
                    end $$""");
            try (ResultSet found = statement.executeQuery("select name, n from pg_temp.rows_of_tables()")) {
                while (found.next()) {
                    rows.put(found.getString("name"), found.getLong("n"));
                }
            }
        }
        rows.keySet().removeAll(PASSING);
        return new TableCounts(rows);
    }

    long all() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(String table) {
        return rows.getOrDefault(table, 0L);
    }

    /** Tables that hold fewer rows afterwards, or other than they must; nothing when all is there. */
    List<String> missing(TableCounts after) {
        List<String> missing = new ArrayList<>();
        new TreeMap<>(rows).forEach((table, before) -> {
            long now = after.of(table);
            if (now < before || (KEPT.contains(table) && now != before)) {
                missing.add("%s %,d → %,d".formatted(table, before, now));
            }
        });
        return missing;
    }
}
