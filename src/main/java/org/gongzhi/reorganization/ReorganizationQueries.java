package org.gongzhi.reorganization;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.reorganization.Asked.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan has to know of the nodes it touches, and what stands behind its numbers. */
@Component
class ReorganizationQueries {

    private final Sql sql;

    ReorganizationQueries(Sql sql) {
        this.sql = sql;
    }

    record Department(UUID id, RegionCode region, String name, String kind, boolean isActive) {}

    record Column(String place, String name, String topic, String fate) {}

    record Duty(UUID id, String name, String kind) {}

    /** One row behind a number of a plan; nothing of what a case is about, since administrators see none of it. */
    record Item(String key, String label, String state, String regionCode) {}

    Optional<Department> department(UUID id) {
        return sql.of("select id, region_code, name, kind, is_active from department where id = :id")
                .bind("id", id)
                .optional(ReorganizationQueries::department);
    }

    List<Department> departmentsAt(RegionCode region) {
        return sql.of(
                        "select id, region_code, name, kind, is_active from department where region_code = :region order by name, id")
                .bind("region", region)
                .list(ReorganizationQueries::department);
    }

    /** Open cases of a department that lie outside of these codes. */
    long casesOutside(UUID department, long from, long to) {
        return sql.of("""
                select count(*) from demand where department_id = :department and not (region_code >= :from and region_code < :to)
                  and status in ('raised', 'accepted', 'assigned', 'handling', 'verifying', 'suspended')
                """)
                .bind("department", department)
                .bind("from", from)
                .bind("to", to)
                .count();
    }

    /** Matters on which more than one of these departments has the same open work. */
    long casesOfSeveral(Collection<UUID> departments) {
        return sql.of("""
                select count(*) from (
                    select subject_id from todo where department_id = any (:departments) and closed_at is null
                    group by subject_kind, subject_id, step having count(distinct department_id) > 1
                    union select demand_id from callout where department_id = any (:departments) and ended_at is null
                    group by demand_id having count(distinct department_id) > 1) several
                """).bindIds("departments", departments).count();
    }

    /** Columns whose rows get new values when nodes of this kind change. */
    List<Column> columns(Subject subject) {
        return sql.of("""
                select place, column_name, topic, fate from tree_column
                where names = :subject and fate in ('follows', 'follows_alone', 'follows_in_force') order by place <> 'demand', place, column_name
                """)
                .bind("subject", subject)
                .list(row ->
                        new Column(row.text("place"), row.text("column_name"), row.text("topic"), row.text("fate")));
    }

    long rows(Subject subject, Column column, Collection<String> values) {
        return sql.of("select reorganization_count(:subject, :place, :column, :values)")
                .bind("subject", subject)
                .bind("place", column.place())
                .bind("column", column.name())
                .bindTexts("values", values)
                .count();
    }

    long openCasesAt(Collection<Long> codes) {
        return sql.of("""
                select count(*) from demand where region_code = any (:codes)
                  and status in ('raised', 'accepted', 'assigned', 'handling', 'verifying', 'suspended')
                """).bindLongs("codes", codes).count();
    }

    long openCasesOf(Collection<UUID> departments) {
        return sql.of("""
                select count(*) from demand where department_id = any (:departments)
                  and status in ('raised', 'accepted', 'assigned', 'handling', 'verifying', 'suspended')
                """).bindIds("departments", departments).count();
    }

    /** Open work that a node is to do, wherever the matter lies. */
    long openTodosAt(RegionCode node) {
        return sql.of("select count(*) from todo where node_code = :node and closed_at is null")
                .bind("node", node)
                .count();
    }

    /** Open cases given to a department that stays behind: its people do not see them at the new place. */
    long casesLeavingTheirDepartment(Collection<Long> olds, long newParent) {
        return sql.of("""
                select count(*) from demand d join department p on p.id = d.department_id join region r on r.code = p.region_code
                where d.region_code = any (:olds) and not p.region_code = any (:olds) and not (r.code <= :parent and :parent < r.code_to)
                  and d.status in ('raised', 'accepted', 'assigned', 'handling', 'verifying', 'suspended')
                """).bindLongs("olds", olds).bind("parent", newParent).count();
    }

    List<Duty> dutiesAt(RegionCode node, LocalDate on) {
        return sql.of("""
                select d.id, a.name, d.kind from duty d join account a on a.id = d.account_id
                where d.region_code = :node and d.department_id is null and not isempty(d.valid) and coalesce(upper(d.valid), 'infinity'::date) > :on
                order by a.name, d.id
                """).bind("node", node).bind("on", on).list(ReorganizationQueries::duty);
    }

    List<Duty> dutiesOf(UUID department, LocalDate on) {
        return sql.of("""
                select d.id, a.name, d.kind from duty d join account a on a.id = d.account_id
                where d.department_id = :department and not isempty(d.valid) and coalesce(upper(d.valid), 'infinity'::date) > :on
                order by a.name, d.id
                """).bind("department", department).bind("on", on).list(ReorganizationQueries::duty);
    }

    long outlinesAt(Collection<Long> codes) {
        return sql.of("select count(*) from region_boundary where code = any (:codes)")
                .bindLongs("codes", codes)
                .count();
    }

    /** What these nodes, those right below them and their departments look like at this moment: one text that differs when anything of it does. */
    String treeMark(Collection<Long> codes, Collection<UUID> departments) {
        return sql.of("""
                select md5(coalesce((
                    select string_agg(concat_ws('|', code, code_to, parent_code, name, is_working, closed_on), ';' order by code)
                    from region where code = any (:codes) or parent_code = any (:codes)), '') || coalesce((
                    select string_agg(concat_ws('|', id, region_code, name, kind, is_active), ';' order by id)
                    from department where region_code = any (:codes) or id = any (:departments)), '')) as mark
                """)
                .bindLongs("codes", codes)
                .bindIds("departments", departments)
                .one(row -> row.text("mark"));
    }

    // ── lists behind the numbers ──

    List<Item> cases(Subject subject, Collection<String> olds, @Nullable String after, int limit) {
        return sql.of("""
                select number || '|' || id as key, number as label, status as state, region_code from demand
                where case when :subject = 'region' then region_code = any (select value::bigint from unnest(:olds) value where :subject = 'region')
                           else department_id = any (select value::uuid from unnest(:olds) value where :subject = 'department') end
                  and (:after::text is null or (number collate "C", id::text) > (split_part(:after, '|', 1) collate "C", split_part(:after, '|', 2)))
                order by number collate "C", id::text limit :limit
                """)
                .bind("subject", subject)
                .bindTexts("olds", olds)
                .bind("after", after)
                .bind("limit", limit)
                .list(ReorganizationQueries::item);
    }

    List<Item> todos(Subject subject, Collection<String> olds, @Nullable String after, int limit) {
        return sql.of("""
                select id::text as key, to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as label, step as state, region_code from todo
                where closed_at is null
                  and case when :subject = 'region' then node_code = any (select value::bigint from unnest(:olds) value where :subject = 'region')
                           else department_id = any (select value::uuid from unnest(:olds) value where :subject = 'department') end
                  and (:after::text is null or id::text > :after)
                order by id::text limit :limit
                """)
                .bind("subject", subject)
                .bindTexts("olds", olds)
                .bind("after", after)
                .bind("limit", limit)
                .list(ReorganizationQueries::item);
    }

    List<Item> duties(Subject subject, Collection<String> olds, @Nullable String after, int limit) {
        return sql.of("""
                select d.id::text as key, a.name as label, d.kind as state, d.region_code from duty d join account a on a.id = d.account_id
                where not isempty(d.valid) and coalesce(upper(d.valid), 'infinity'::date) > current_date
                  and case when :subject = 'region' then d.region_code = any (select value::bigint from unnest(:olds) value where :subject = 'region')
                           else d.department_id = any (select value::uuid from unnest(:olds) value where :subject = 'department') end
                  and (:after::text is null or d.id::text > :after)
                order by d.id::text limit :limit
                """)
                .bind("subject", subject)
                .bindTexts("olds", olds)
                .bind("after", after)
                .bind("limit", limit)
                .list(ReorganizationQueries::item);
    }

    List<Item> departments(Collection<Long> codes, @Nullable String after, int limit) {
        return sql.of("""
                select id::text as key, name as label, kind as state, region_code from department
                where region_code = any (:codes) and is_active and (:after::text is null or id::text > :after) order by id::text limit :limit
                """)
                .bindLongs("codes", codes)
                .bind("after", after)
                .bind("limit", limit)
                .list(ReorganizationQueries::item);
    }

    List<Item> rules(Collection<Long> codes, @Nullable String after, int limit) {
        return sql.of("""
                select id::text as key, class || ' ' || amount || ' ' || unit as label, step as state, region_code from clock_rule
                where region_code = any (:codes) and (:after::text is null or id::text > :after) order by id::text limit :limit
                """)
                .bindLongs("codes", codes)
                .bind("after", after)
                .bind("limit", limit)
                .list(ReorganizationQueries::item);
    }

    // ── what depends on an applied change ──

    /** Later changes of the same nodes, applied or under way. */
    long laterChanges(UUID id, Instant appliedAt, Collection<String> touches) {
        return sql.of("""
                select count(*) from reorganization
                where id <> :id and (state = 'applied' and applied_at > :appliedAt or state in ('applying', 'undoing'))
                  and exists (select from jsonb_array_elements(plan -> 'nodes') node
                              where node ->> 'from' = any (:touches) or node ->> 'to' = any (:touches) or node ->> 'parent' = any (:fresh))
                """)
                .bind("id", id)
                .bind("appliedAt", appliedAt)
                .bindTexts("touches", touches)
                .bindTexts("fresh", touches)
                .count();
    }

    /** Of the demands that moved: how many somebody has done something to since. */
    long casesGoneOn(UUID id, Instant appliedAt) {
        return sql.of("""
                with moved as (
                    select distinct key::uuid as demand_id from reorganization_change c cross join lateral unnest(c.row_keys) key
                    where c.reorganization_id = :id and c.place = 'demand')
                select count(*) from moved
                where exists (select from demand_step s where s.demand_id = moved.demand_id and s.at > :appliedAt)
                   or exists (select from callout_note n where n.demand_id = moved.demand_id and n.at > :appliedAt)
                   or exists (select from demand_joiner j where j.demand_id = moved.demand_id and j.at > :appliedAt)
                   or exists (select from todo t where t.subject_kind = 'demand' and t.subject_id = moved.demand_id and t.opened_at > :appliedAt)
                """).bind("id", id).bind("appliedAt", appliedAt).count();
    }

    /** Rows that name one of these new codes and did not come with the change. */
    long strangers(UUID id, Subject subject, Column column, Collection<String> fresh) {
        long there = rows(subject, column, fresh);
        long came = sql.of("""
                        select coalesce(sum(cardinality(row_keys)), 0) from reorganization_change
                        where reorganization_id = :id and place = :place and column_name = :column and new_value = any (:fresh)
                        """)
                .bind("id", id)
                .bind("place", column.place())
                .bind("column", column.name())
                .bindTexts("fresh", fresh)
                .count();
        return Math.max(0, there - came);
    }

    private static Department department(Sql.Row row) throws SQLException {
        return new Department(
                row.id("id"), row.region("region_code"), row.text("name"), row.text("kind"), row.yes("is_active"));
    }

    private static Duty duty(Sql.Row row) throws SQLException {
        return new Duty(row.id("id"), row.text("name"), row.text("kind"));
    }

    private static Item item(Sql.Row row) throws SQLException {
        return new Item(
                row.text("key"),
                row.text("label"),
                row.text("state"),
                row.region("region_code").toString());
    }
}
