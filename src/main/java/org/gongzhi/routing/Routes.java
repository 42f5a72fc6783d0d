package org.gongzhi.routing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The routes, and where matters of a kind went. */
@Component
class Routes {

    static final String ANY_KIND = "*";

    private final Sql sql;

    Routes(Sql sql) {
        this.sql = sql;
    }

    List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, d.id as department_id,
                               d.name
                        from demand_route r join department d on d.id = r.department_id left join demand_kind k on k.code = r.kind_code
                        where r.region_code = any (:nodes) and not isempty(r.valid)
                        order by k.position nulls last, r.key, lower(r.valid)""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(Routes::version);
    }

    List<RuleVersion> below(Region node, String key, LocalDate on) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, d.id as department_id,
                               d.name
                        from demand_route r join department d on d.id = r.department_id
                        where r.region_code > :from and r.region_code < :to and r.key = :key and r.valid @> :on
                        order by r.region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("key", key)
                .bind("on", on)
                .list(Routes::version);
    }

    int lastVersion(String key) {
        return (int) sql.of("select coalesce(max(version), 0) from demand_route where key = :key")
                .bind("key", key)
                .count();
    }

    void add(RuleVersion rule) {
        RuleTerms.Route route = rule.terms().route();
        sql.of("""
                        insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :department, daterange(:from, cast(:to as date)), :version, :source)""")
                .bind("id", rule.id())
                .bind("key", rule.key())
                .bind("region", rule.region())
                .bind("department", route == null ? null : route.departmentId())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    void until(UUID id, @Nullable LocalDate to) {
        sql.of("update demand_route set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        sql.of("update demand_route set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    /** @param department to which it went, by name; null: to nobody yet, or to a colleague */
    record Went(
            String number,
            Instant raisedAt,
            @Nullable UUID departmentId,
            @Nullable String department) {}

    /** Where demands of these kinds went that were raised since, below a node; newest first. */
    List<Went> went(Region node, List<String> kinds, Instant since) {
        return sql.of("""
                        select d.number, d.raised_at, p.id as department_id, p.name
                        from demand d left join department p on p.id = d.department_id
                        where d.region_code >= :from and d.region_code < :to and d.raised_at >= :since
                          and (cardinality(:kinds) = 0 or d.kind_code = any (:kinds))
                        order by d.raised_at desc, d.id desc limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("since", since)
                .bindTexts("kinds", kinds)
                .list(row -> new Went(
                        row.text("number"),
                        row.at("raised_at"),
                        row.idOrNull("department_id"),
                        row.textOrNull("name")));
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("key"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Route(row.id("department_id"), row.text("name"))),
                row.text("source"));
    }
}
