package org.gongzhi.likeness;

import java.sql.SQLException;
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

/** Radius, days and number of each kind. */
@Component
class LikenessRules {

    static final String ANY_KIND = "*";

    private final Sql sql;

    LikenessRules(Sql sql) {
        this.sql = sql;
    }

    List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, r.radius_metres, r.days,
                               r.least
                        from likeness_rule r left join demand_kind k on k.code = r.kind_code
                        where r.region_code = any (:nodes) and not isempty(r.valid)
                        order by k.position nulls last, r.key, lower(r.valid)""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(LikenessRules::version);
    }

    List<RuleVersion> below(Region node, String key, LocalDate on) {
        return sql.of("""
                        select r.id, r.key, r.region_code, lower(r.valid) as valid_from, upper(r.valid) as valid_to, r.version, r.source, r.radius_metres, r.days,
                               r.least
                        from likeness_rule r
                        where r.region_code > :from and r.region_code < :to and r.key = :key and r.valid @> :on
                        order by r.region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("key", key)
                .bind("on", on)
                .list(LikenessRules::version);
    }

    int lastVersion(String key) {
        return (int) sql.of("select coalesce(max(version), 0) from likeness_rule where key = :key")
                .bind("key", key)
                .count();
    }

    void add(RuleVersion rule, RuleTerms.Likeness terms) {
        sql.of("""
                        insert into likeness_rule (id, kind_code, region_code, radius_metres, days, least, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :radius, :days, :least, daterange(:from, cast(:to as date)), :version, :source)""")
                .bind("id", rule.id())
                .bind("key", rule.key())
                .bind("region", rule.region())
                .bind("radius", terms.radiusMetres())
                .bind("days", terms.days())
                .bind("least", terms.least())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    void until(UUID id, @Nullable LocalDate to) {
        sql.of("update likeness_rule set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        sql.of("update likeness_rule set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("key"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Likeness(row.whole("radius_metres"), row.whole("days"), row.whole("least"))),
                row.text("source"));
    }
}
