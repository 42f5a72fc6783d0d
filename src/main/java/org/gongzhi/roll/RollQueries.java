package org.gongzhi.roll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.organization.OrganizationIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads organizations in bulk: those that lines of a sheet mean, and those that are handed out. */
@Component
class RollQueries {

    private final Sql sql;

    RollQueries(Sql sql) {
        this.sql = sql;
    }

    record Known(
            UUID id,
            String kind,
            String name,
            @Nullable String code,
            RegionCode region,
            @Nullable UUID parent,
            LocalDate foundedOn,
            @Nullable LocalDate endedOn,
            int fullMembers,
            int members,
            @Nullable Integer units,
            int version) {}

    /** One line of the roll. */
    record Row(
            UUID id,
            String pinyin,
            String kind,
            String name,
            @Nullable String code,
            @Nullable String superior,
            RegionCode region,
            LocalDate foundedOn,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable String secretary) {}

    /** Ended or not. */
    Map<String, Known> coded(Collection<String> codes) {
        Map<String, Known> found = new HashMap<>();
        sql.of("select * from organization where code = any (:codes)")
                .bindTexts("codes", codes)
                .list(RollQueries::known)
                .forEach(one -> found.put(String.valueOf(one.code()), one));
        return found;
    }

    /** Those that stand. */
    List<Known> called(Collection<String> names) {
        Set<String> pinyin = new HashSet<>();
        names.forEach(name -> pinyin.add(OrganizationIntake.pinyin(name)));
        return sql.of(
                        "select * from organization where pinyin = any (:pinyin) and name = any (:names) and ended_on is null")
                .bindTexts("pinyin", pinyin)
                .bindTexts("names", names)
                .list(RollQueries::known);
    }

    /** What stands anywhere within a place, in the order of lists. */
    List<Row> within(Scope.Range range, @Nullable Row after, int limit) {
        return sql.of("""
                select o.*, (select coalesce(p.code, p.name) from organization p where p.id = o.parent_id) as superior,
                       (select h.holder from organization_post h where h.organization_id = o.id and h.post = 'secretary' and upper_inf(h.valid)) as secretary
                from organization o
                where o.region_code >= :from and o.region_code < :to and o.ended_on is null and (o.pinyin, o.id) > (:pinyin, :id)
                order by o.pinyin, o.id limit :limit""")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("pinyin", after == null ? "" : after.pinyin())
                .bind("id", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .list(RollQueries::row);
    }

    /** One and all that answer to it, however far below, as far as the asker sees them. */
    List<Row> under(UUID top, @Nullable Row after, int limit) {
        return sql.of("""
                with recursive line (id, n) as (
                    select o.id, 0 from organization o where o.id = :top
                    union all
                    select o.id, line.n + 1 from line join organization o on o.parent_id = line.id and o.ended_on is null where line.n < 20)
                select o.*, (select coalesce(p.code, p.name) from organization p where p.id = o.parent_id) as superior,
                       (select h.holder from organization_post h where h.organization_id = o.id and h.post = 'secretary' and upper_inf(h.valid)) as secretary
                from organization o where o.id in (select id from line) and o.ended_on is null and (o.pinyin, o.id) > (:pinyin, :id)
                order by o.pinyin, o.id limit :limit""")
                .bind("top", top)
                .bind("pinyin", after == null ? "" : after.pinyin())
                .bind("id", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .list(RollQueries::row);
    }

    private static Known known(Sql.Row row) throws SQLException {
        return new Known(
                row.id("id"),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("code"),
                row.region("region_code"),
                row.idOrNull("parent_id"),
                row.on("founded_on"),
                row.onOrNull("ended_on"),
                row.whole("full_members"),
                row.whole("members"),
                row.wholeOrNull("units"),
                row.whole("version"));
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("pinyin"),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("code"),
                row.textOrNull("superior"),
                row.region("region_code"),
                row.on("founded_on"),
                row.whole("full_members"),
                row.whole("members"),
                row.wholeOrNull("units"),
                row.onOrNull("lasts_until"),
                row.onOrNull("term_from"),
                row.textOrNull("secretary"));
    }
}
