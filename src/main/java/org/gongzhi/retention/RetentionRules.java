package org.gongzhi.retention;

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
import org.springframework.stereotype.Repository;

/** The terms, and which cases one would reach. */
@Repository
class RetentionRules {

    static final String ANY_KIND = "*";

    private final Sql sql;

    RetentionRules(Sql sql) {
        this.sql = sql;
    }

    List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, r.months, r.removes_photos
                        from retention_rule r left join demand_kind k on k.code = r.kind_code
                        where r.region_code = any (:nodes) and not isempty(r.valid)
                        order by k.position nulls last, r.key, lower(r.valid)""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(RetentionRules::version);
    }

    List<RuleVersion> below(Region node, String key, LocalDate on) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, r.months, r.removes_photos
                        from retention_rule r
                        where r.region_code > :from and r.region_code < :to and r.key = :key and r.valid @> :on
                        order by r.region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("key", key)
                .bind("on", on)
                .list(RetentionRules::version);
    }

    int lastVersion(String key) {
        return (int) sql.of("select coalesce(max(version), 0) from retention_rule where key = :key")
                .bind("key", key)
                .count();
    }

    void add(RuleVersion rule) {
        RuleTerms.Retention terms = rule.terms().retention();
        sql.of("""
                        insert into retention_rule (id, kind_code, region_code, months, removes_photos, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :months, :photos, daterange(:from, cast(:to as date)), :version, :source)""")
                .bind("id", rule.id())
                .bind("key", rule.key())
                .bind("region", rule.region())
                .bind("months", terms == null ? null : (long) terms.months())
                .bind("photos", terms != null && terms.removesPhotos())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    void until(UUID id, @Nullable LocalDate to) {
        sql.of("update retention_rule set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        sql.of("update retention_rule set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    record Reached(String number, Instant endedAt) {}

    /** Cases below a node that ended so long before that day and still name people; longest ago first. */
    List<Reached> reached(Region node, List<String> kinds, LocalDate day, int months) {
        return sql.of("""
                        select d.number, coalesce(d.closed_at, d.status_at) as ended_at from demand d
                        where d.anonymized_at is null and d.status in ('settled', 'declined', 'merged')
                          and d.region_code >= :from and d.region_code < :to and (cardinality(:kinds) = 0 or d.kind_code = any (:kinds))
                          and coalesce(d.closed_at, d.status_at) < (cast(:day as date) - make_interval(months => cast(:months as int))) at time zone 'Asia/Shanghai'
                          and not exists (select from demand_hold h where h.demand_id = d.id and h.lifted_at is null)
                        order by coalesce(d.closed_at, d.status_at), d.id limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bindTexts("kinds", kinds)
                .bind("day", day)
                .bind("months", (long) months)
                .list(row -> new Reached(row.text("number"), row.at("ended_at")));
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("key"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Retention(row.whole("months"), row.yes("removes_photos"))),
                row.text("source"));
    }
}
