package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column that names a region, a department or an account says what becomes of it when the tree changes or somebody changes post. A table without it would be
 * left behind by a reorganization.
 */
class TreeColumnTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(database.owner());

    /** By what it refers to, and by what it is called: most columns with a territory carry no foreign key. */
    private static final String NAMING = """
            with named as (
                select c.relname as place, a.attname as column_name, t.typname as type, a.attgenerated <> '' as is_generated,
                       (select max(k.confrelid::regclass::text) from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum]) as refers
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace)
            select place || '.' || column_name || ' ' || what as one from (
                select place, column_name, case
                    when refers = 'region' or type = 'int8' and column_name ~ '(^|_)(region|node|street|district|community|territory|home)(_code)?$'
                         or type = 'int8' and column_name in ('from_node', 'to_node', 'code', 'code_to', 'parent_code', 'successor_code', 'recounted_to') then 'region'
                    when refers = 'department' or type in ('uuid', '_uuid') and column_name ~ 'department' then 'department'
                    when refers = 'account' or type = 'uuid' and column_name ~ '(account|handler|(^|_)by$|_by$)' and place <> 'account' then 'account'
                    when type = 'jsonb' and column_name = 'filter' then 'region' end as what
                from named where not is_generated) found
            where what is not null
            """;

    @Test
    void everyColumnThatNamesAPlaceADepartmentOrAnAccountSaysWhatBecomesOfIt() {
        List<String> naming =
                owner.sql(NAMING).query((row, _) -> row.getString(1)).list();
        assertThat(naming)
                .as("columns that were found")
                .hasSizeGreaterThan(60)
                .contains("demand.node_code region", "demand.handler_id account");
        var missing = new TreeSet<>(naming);
        missing.removeAll(known());
        assertThat(missing)
                .as(
                        "columns without a fate: add a row to R__tree_column.sql that says what becomes of them on a move, a merger, a split or a handover, or why they stay")
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfColumnsThatAreNoMore() {
        assertThat(owner.sql("""
                        select place || '.' || column_name from tree_column t
                        where not exists (select from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.place and c.column_name = t.column_name)
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void whatFollowsCanBeFollowedBackByItsPrimaryKey() {
        assertThat(owner.sql("""
                        select distinct place from tree_column where fate like 'follows%' and reorganization_key(place) is null
                        """).query(String.class).list())
                .as("tables whose rows cannot be told apart in the journal")
                .isEmpty();
    }

    /** A department's cases move by the row, and a row is in one table only once: whoever follows in force has a time in which it is. */
    @Test
    void whatFollowsInForceHasATimeOfForce() {
        assertThat(owner.sql("""
                        select place from tree_column t where fate = 'follows_in_force'
                          and not exists (select from information_schema.columns c where c.table_name = t.place and c.column_name = 'valid' and c.udt_name = 'daterange')
                        """).query(String.class).list()).isEmpty();
    }

    private List<String> known() {
        return owner.sql("select place || '.' || column_name || ' ' || names from tree_column")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
