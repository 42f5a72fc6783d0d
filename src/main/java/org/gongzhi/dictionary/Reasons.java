package org.gongzhi.dictionary;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reasons, and how territories use them. What a reason was made with counts as its maker's first rule, until the maker sets another. */
@Component
class Reasons {

    private final Sql sql;

    Reasons(Sql sql) {
        this.sql = sql;
    }

    record Made(String code, String verb, RegionCode owner, String name, String nameEn) {}

    List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select v.*, r.verb
                        from (select md5('demand_reason ' || b.code)::uuid as id, b.code, b.region_code, b.instead, b.needs_words, b.position, b.is_active,
                                     date '2020-01-01' as valid_from,
                                     (select min(lower(x.valid)) from demand_reason_rule x
                                      where x.code = b.code and x.region_code = b.region_code and not isempty(x.valid)) as valid_to,
                                     1 as version, '最初的设置' as source
                              from demand_reason b where b.region_code = any (:nodes)
                              union all
                              select id, code, region_code, instead, needs_words, position, is_active, lower(valid), upper(valid), version, source
                              from demand_reason_rule where region_code = any (:nodes) and not isempty(valid)) v
                        join demand_reason r on r.code = v.code
                        order by r.verb, r.position, v.code, v.valid_from""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(Reasons::version);
    }

    List<RuleVersion> below(Region node, String code, LocalDate on) {
        return sql.of("""
                        select id, code, region_code, instead, needs_words, position, is_active, lower(valid) as valid_from, upper(valid) as valid_to, version,
                               source
                        from demand_reason_rule
                        where region_code > :from and region_code < :to and code = :code and valid @> :on order by region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("code", code)
                .bind("on", on)
                .list(Reasons::version);
    }

    Optional<Made> made(String code) {
        return sql.of("select code, verb, region_code, name, name_en from demand_reason where code = :code")
                .bind("code", code)
                .optional(row -> new Made(
                        row.text("code"),
                        row.text("verb"),
                        row.region("region_code"),
                        row.text("name"),
                        row.text("name_en")));
    }

    boolean knowsVerb(@Nullable String verb) {
        return sql.of("select count(*) from demand_reason where verb = :verb")
                        .bind("verb", verb)
                        .count()
                > 0;
    }

    boolean isNamed(String verb, String name, List<RegionCode> path) {
        return sql.of(
                                "select count(*) from demand_reason where verb = :verb and name = :name and region_code = any (:path)")
                        .bind("verb", verb)
                        .bind("name", name)
                        .bindLongs("path", path.stream().map(RegionCode::value).toList())
                        .count()
                > 0;
    }

    /** Not offered before a rule says so. */
    void make(Made reason, RuleTerms.Reason terms) {
        sql.of("""
                        insert into demand_reason (code, verb, region_code, name, name_en, instead, needs_words, position, is_active)
                        values (:code, :verb, :region, :name, :nameEn, :instead, :needsWords, :position, false)""")
                .bind("code", reason.code())
                .bind("verb", reason.verb())
                .bind("region", reason.owner())
                .bind("name", reason.name())
                .bind("nameEn", reason.nameEn())
                .bind("instead", terms.instead())
                .bind("needsWords", terms.needsWords())
                .bind("position", terms.position())
                .update();
    }

    int lastVersion(String code) {
        return (int) sql.of("select coalesce(max(version), 1) from demand_reason_rule where code = :code")
                .bind("code", code)
                .count();
    }

    void add(RuleVersion rule, RuleTerms.Reason terms) {
        sql.of("""
                        insert into demand_reason_rule (id, code, region_code, instead, needs_words, position, is_active, valid, version, source)
                        values (:id, :code, :region, :instead, :needsWords, :position, :active, daterange(:from, cast(:to as date)), :version, :source)""")
                .bind("id", rule.id())
                .bind("code", rule.key())
                .bind("region", rule.region())
                .bind("instead", terms.instead())
                .bind("needsWords", terms.needsWords())
                .bind("position", terms.position())
                .bind("active", terms.isActive())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    void until(UUID id, @Nullable LocalDate to) {
        sql.of("update demand_reason_rule set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        sql.of("update demand_reason_rule set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    /** When a reason was given below a node since, newest first. */
    List<RuleEffect.Case> given(Region node, String code, Instant since) {
        return sql.of("""
                        select d.number, s.at from demand_step s join demand d on d.id = s.demand_id
                        where s.region_code >= :from and s.region_code < :to and s.reason_code = :code and s.at >= :since
                        order by s.at desc, s.id desc limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("code", code)
                .bind("since", since)
                .list(row -> new RuleEffect.Case(row.text("number"), row.at("at"), null, null, null, null));
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("code"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Reason(
                        null,
                        null,
                        null,
                        row.textOrNull("instead"),
                        row.yes("needs_words"),
                        row.whole("position"),
                        row.yes("is_active"))),
                row.text("source"));
    }
}
