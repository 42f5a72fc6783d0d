package org.gongzhi.dictionary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reasons, and when they were given. */
@Component
class Reasons {

    private final Sql sql;

    Reasons(Sql sql) {
        this.sql = sql;
    }

    record Made(String code, String verb, RegionCode owner, String name, String nameEn) {}

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
}
