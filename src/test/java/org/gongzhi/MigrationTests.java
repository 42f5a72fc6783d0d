package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the schema as a whole must keep, whoever adds a table. */
class MigrationTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    /** Functions that run with the owner's rights, each for a reason that its migration states; each asks for the scope itself or shows no rows. */
    private static final Set<String> DOORS = Set.of(
            "retention_rewrite",
            "redaction_rewrite",
            "hotline_take_back",
            "roll_take_back",
            "webhook_is_wanted",
            "demand_let_go",
            "demand_hits",
            "demand_street",
            "demand_begin_load",
            "demand_finish_load",
            "organization_reaches",
            "organization_above",
            "organization_height",
            "organization_answering",
            "organization_hits",
            "unit_waiting",
            "unit_code_taken",
            "unit_hits",
            "queues_of_the_house",
            "ages_of_the_house",
            "region_begin_load",
            "region_finish_load",
            "reorganization_move",
            "reorganization_count",
            "reorganization_settle",
            "reorganization_take_back");

    @Test
    void everyTableWithATerritoryIsGuardedByAPolicy() throws SQLException {
        assertThat(rows("select relname from pg_class where relrowsecurity and relkind = 'r'"))
                .isNotEmpty();

        assertThat(rows("""
                select distinct c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname in ('region_code', 'district_code') and not a.attisdropped
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                  and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))"""))
                .as(
                        "tables with a territory column but no row-level security: add the policy to the migration that makes them")
                .isEmpty();
    }

    @Test
    void noPolicyStandsBesideSwitchedOffRowSecurity() throws SQLException {
        assertThat(rows("""
                select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where not c.relrowsecurity""")).isEmpty();
    }

    @Test
    void theApplicationOwnsNoTable() throws SQLException {
        assertThat(
                        rows(
                                "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'gongzhi_app'"))
                .isEmpty();
    }

    /** A view or a definer's function reads with its owner's rights, past every policy. */
    @Test
    void nothingReadsPastThePoliciesButTheKnownDoors() throws SQLException {
        assertThat(rows("""
                select c.relname from pg_class c
                where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
                  and not coalesce('security_invoker=true' = any (c.reloptions), false)
                union all
                select p.proname from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace""")).containsExactlyInAnyOrderElementsOf(DOORS);
    }

    @Test
    void theKnownDoorsCannotBeLedAstrayByASearchPath() throws SQLException {
        assertThat(rows("""
                select p.proname from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace
                  and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')""")).isEmpty();
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
