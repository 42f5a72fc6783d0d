package org.gongzhi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyDatabaseIsItsOwn() throws SQLException {
        run(database.owner(), "create table only_here (id int)");

        try (TestDatabase other = TestDatabase.fresh()) {
            assertThat(text(other.owner(), "select to_regclass('only_here')::text"))
                    .isNull();
        }
    }

    @Test
    void applicationOwnsNothingAndCannotBypassRowSecurity() throws SQLException {
        assertThat(text(database.application(), """
                select count(*) from pg_roles r
                where rolname = current_user and not rolsuper and not rolbypassrls and not rolcreaterole
                  and not exists (select 1 from pg_class c where c.relowner = r.oid)""")).isEqualTo("1");
    }

    @Test
    void applicationPlansForTheScopeAtHandAndCompilesNothing() throws SQLException {
        assertThat(text(database.application(), "show plan_cache_mode")).isEqualTo("auto");
        assertThat(text(database.application(), "show jit")).isEqualTo("off");
    }

    @Test
    void applicationMayNotChangeTheSchemaNorReadItsHistory() {
        assertThatThrownBy(() -> run(database.application(), "create table mine (id int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> text(database.application(), "select version from flyway_schema_history"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void namesSortInPinyinOrderAndRareCharactersAreKept() throws SQLException {
        assertThat(text(database.application(), """
                select string_agg(name, '' order by name collate "zh-x-icu") from unnest(array['朝', '安', '𠮷', '北']) name""")).startsWith("安北朝").contains("𠮷");
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String text(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
