package org.gongzhi.reorganization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.TreeChange;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.gongzhi.reorganization.ReorganizationQueries.Department;
import org.springframework.stereotype.Repository;

/** Rows get new codes, and their old ones back. Everything runs in the one transaction of a change. */
@Repository
class Recoding {

    private final Sql sql;

    Recoding(Sql sql) {
        this.sql = sql;
    }

    /** Holds the demands that lie at these codes and lists them for those who follow; the value is how many. */
    long gather(Collection<Long> codes) {
        begin();
        // In the order of their ids, so that two who hold many never wait for each other.
        sql.of("""
                insert into tree_moved select id from (select id from demand where region_code = any (:codes) order by id for no key update) held
                """).bindLongs("codes", codes).update();
        return size();
    }

    /** Likewise those that a change has moved. */
    long gatherMoved(UUID change) {
        begin();
        sql.of("""
                insert into tree_moved
                select id from (select d.id from demand d where d.id in (
                        select key::uuid from reorganization_change c cross join lateral unnest(c.row_keys) key
                        where c.reorganization_id = :id and c.place = 'demand' and c.column_name = 'region_code') order by d.id for no key update) held
                """).bind("id", change).update();
        return size();
    }

    private void begin() {
        sql.of("create temp table tree_moved (demand_id uuid primary key) on commit drop")
                .update();
    }

    private long size() {
        sql.of("analyze tree_moved").update();
        return sql.of("select count(*) from tree_moved").count();
    }

    /** Where they lay until now, before they get their new code. */
    void rememberPlaces(TreeChange change) {
        sql.of("""
                insert into demand_past_region (demand_id, until, region_code, reorganization_id)
                select d.id, :on, d.region_code, :id from demand d join tree_moved m on m.demand_id = d.id
                where exists (select from reorganization_code c where c.reorganization_id = :id and c.topic = '' and c.old_value = d.region_code::text
                              and c.new_value <> c.old_value)
                order by d.id
                on conflict (demand_id, until) do nothing
                """).bind("id", change.id()).bind("on", change.effectiveOn()).update();
    }

    void forgetPlaces(UUID change) {
        sql.of("delete from demand_past_region where reorganization_id = :id")
                .bind("id", change)
                .update();
    }

    /** What stays with a merged node's rules would be lost with it: mappings go along, under a longer name where theirs is taken. */
    void takeMappingsAlong(UUID change) {
        sql.of("""
                with joined as (
                    select c.old_value::bigint as old, c.new_value::bigint as new, '（' || left(r.short_name, 10) || '）' as said
                    from reorganization_code c join region r on r.code = c.old_value::bigint
                    where c.reorganization_id = :change and c.topic = '' and c.is_joined and c.old_value <> c.new_value),
                mine as (select m.id, m.kind, m.name, j.old, j.new, j.said from sheet_mapping m join joined j on j.old = m.region_code),
                named as (
                    select m.id, m.old, m.new, m.name as old_name,
                           case when exists (select from sheet_mapping o where o.region_code = m.new and o.kind = m.kind and o.name = m.name)
                                  or exists (select from mine o where o.new = m.new and o.kind = m.kind and o.name = m.name and o.id <> m.id)
                                then left(m.name, 30 - char_length(m.said)) || m.said else m.name end as new_name
                    from mine m),
                gone as (
                    update sheet_mapping m set region_code = n.new, name = n.new_name from named n where m.id = n.id
                    returning m.id, n.old, n.new, n.old_name, n.new_name)
                insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
                select :change, 'sheet_mapping', 'region_code', old::text, new::text, array_agg(id::text) from gone group by old, new
                union all
                select :change, 'sheet_mapping', 'name', old_name, new_name, array_agg(id::text) from gone where old_name <> new_name group by old_name, new_name
                """).bind("change", change).update();
    }

    /** Duties proposed at a merged node are waited for at the other; where the same is waited for there, the one stays behind and can be declined or withdrawn. */
    void takeProposalsAlong(UUID change) {
        sql.of("""
                with joined as (
                    select c.old_value::bigint as old, c.new_value::bigint as new from reorganization_code c
                    where c.reorganization_id = :change and c.topic = '' and c.is_joined and c.old_value <> c.new_value),
                mine as (select p.id, p.account_id, p.kind, p.decision, j.old, j.new from duty_proposal p join joined j on j.old = p.region_code),
                gone as (
                    update duty_proposal p set region_code = m.new from mine m
                    where p.id = m.id
                      and (m.decision is not null
                           or not exists (select from duty_proposal o where o.region_code = m.new and o.decision is null and o.account_id = m.account_id and o.kind = m.kind)
                              and not exists (select from mine o where o.new = m.new and o.decision is null and o.account_id = m.account_id and o.kind = m.kind and o.id < m.id))
                    returning p.id, m.old, m.new)
                insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
                select :change, 'duty_proposal', 'region_code', old::text, new::text, array_agg(id::text) from gone group by old, new
                """).bind("change", change).update();
    }

    void settle(UUID change) {
        sql.of("select reorganization_settle(:id)::text").bind("id", change).list(_ -> true);
    }

    /** Tables in the order in which they are changed: demands first, which others hang on. */
    List<String> places(UUID change) {
        return sql.of("""
                select distinct place, place <> 'demand' as is_later from tree_column c join reorganization r on r.id = :id and r.subject = c.names
                where c.fate in ('follows', 'follows_alone', 'follows_in_force') order by 2, 1
                """).bind("id", change).list(row -> row.text("place"));
    }

    long move(UUID change, String place) {
        return sql.of("select reorganization_move(:id, :place)")
                .bind("id", change)
                .bind("place", place)
                .count();
    }

    List<String> changedPlaces(UUID change) {
        return sql.of("""
                select distinct place, place <> 'demand' as is_later from reorganization_change where reorganization_id = :id order by 2, 1
                """).bind("id", change).list(row -> row.text("place"));
    }

    long takeBack(UUID change, String place) {
        return sql.of("select reorganization_take_back(:id, :place)")
                .bind("id", change)
                .bind("place", place)
                .count();
    }

    /** New streets count on from where the old ones were, and past every number of theirs that came with a moved demand. */
    void continueNumbers(UUID change) {
        sql.of("""
                insert into demand_number as n (street_code, month, last)
                select c.new_value::bigint / 1000000 * 1000000, o.month, max(o.last)
                from reorganization_code c join demand_number o on o.street_code = c.old_value::bigint
                where c.reorganization_id = :id and c.topic = '' and c.old_value <> c.new_value
                group by 1, 2
                on conflict (street_code, month) do update set last = greatest(n.last, excluded.last)
                """).bind("id", change).update();
        sql.of("""
                insert into demand_number as n (street_code, month, last)
                select r.code, date_trunc('month', d.raised_at at time zone 'Asia/Shanghai')::date, max(substring(d.number from '([0-9]+)$')::bigint)
                from (select distinct new_value::bigint / 1000000 * 1000000 as code from reorganization_code where reorganization_id = :id and topic = '') s
                join region r on r.code = s.code join demand d on d.street_code = r.code
                where d.number ~ '[0-9]{4}-[0-9]{4,9}$' and starts_with(d.number, r.short_name)
                group by 1, 2
                on conflict (street_code, month) do update set last = greatest(n.last, excluded.last)
                """).bind("id", change).update();
    }

    boolean hasStragglers(UUID change) {
        return sql.of("""
                        select exists (select from demand d join reorganization_code c on c.old_value::bigint = d.region_code
                                       where c.reorganization_id = :id and c.topic = '' and c.old_value <> c.new_value)
                            or exists (select from todo t join reorganization_code c on c.old_value::bigint = t.node_code
                                       where c.reorganization_id = :id and c.topic = '' and c.old_value <> c.new_value and t.closed_at is null) as yes
                        """).bind("id", change).one(row -> row.yes("yes"));
    }

    // ── departments ──

    void openDepartment(Node node) {
        sql.of("insert into department (id, region_code, name, kind) values (:id::uuid, :region::bigint, :name, :kind)")
                .bind("id", node.to())
                .bind("region", node.parent())
                .bind("name", node.toName())
                .bind("kind", node.kind())
                .update();
    }

    /** A new name, another node, or the end of it; with the duties that are held in it. Says what was there before. */
    void changeDepartment(UUID change, Department before, Node node, LocalDate on) {
        String id = before.id().toString();
        if (node.what() == What.RENAMED && node.toName() != null) {
            sql.of("update department set name = :name where id = :id")
                    .bind("id", before.id())
                    .bind("name", node.toName())
                    .update();
            note(change, "department", "name", before.name(), node.toName(), id);
        }
        if (node.what() == What.MOVED && node.parent() != null) {
            long to = Long.parseLong(node.parent());
            sql.of("update department set region_code = :to where id = :id")
                    .bind("id", before.id())
                    .bind("to", to)
                    .update();
            note(
                    change,
                    "department",
                    "region_code",
                    Long.toString(before.region().value()),
                    Long.toString(to),
                    id);
            dutiesGoAlong(change, before.id(), to, on);
        }
        if (node.what() == What.MERGED || node.what() == What.SPLIT || node.what() == What.CLOSED) {
            sql.of("update department set is_active = false where id = :id")
                    .bind("id", before.id())
                    .update();
            note(change, "department", "is_active", "true", "false", id);
        }
    }

    /** People of a department work where it is. */
    void dutiesGoAlong(UUID change, UUID department, long to, LocalDate on) {
        sql.of("""
                with gone as (
                    update duty d set region_code = :to from (
                        select id, region_code from duty where department_id = :department and region_code <> :to
                          and not isempty(valid) and coalesce(upper(valid), 'infinity'::date) > :on) o
                    where d.id = o.id returning d.id, o.region_code as old)
                insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
                select :change, 'duty', 'region_code', old::text, :to::text, array_agg(id::text) from gone group by old
                """)
                .bind("change", change)
                .bind("department", department)
                .bind("to", to)
                .bind("on", on)
                .update();
    }

    /** What nobody took over suggests it no longer, from that day on. */
    void endRoutes(UUID change, UUID department, LocalDate on) {
        sql.of("""
                with ended as (
                    update demand_route r set valid = r.valid * daterange(null, :on) from (
                        select id, valid from demand_route
                        where department_id = :department and not isempty(valid) and coalesce(upper(valid), 'infinity'::date) > :on) o
                    where r.id = o.id returning r.id, o.valid as old_valid, r.valid as new_valid)
                insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
                select :change, 'demand_route', 'valid', old_valid::text, new_valid::text, array_agg(id::text) from ended group by old_valid, new_valid
                """)
                .bind("change", change)
                .bind("department", department)
                .bind("on", on)
                .update();
    }

    void forgetDepartments(Collection<UUID> opened) {
        sql.of("delete from department where id = any (:ids)")
                .bindIds("ids", opened)
                .update();
    }

    RegionCode regionOf(UUID department) {
        return sql.of("select region_code from department where id = :id")
                .bind("id", department)
                .one(row -> row.region("region_code"));
    }

    private void note(UUID change, String place, String column, String before, String after, String key) {
        sql.of("""
                insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
                values (:change, :place, :column, :before, :after, array[:key])
                """)
                .bind("change", change)
                .bind("place", place)
                .bind("column", column)
                .bind("before", before)
                .bind("after", after)
                .bind("key", key)
                .update();
    }
}
