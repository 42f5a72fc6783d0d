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
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds, and how territories use them. What a kind was made with counts as its maker's first rule, until the maker sets another. */
@Component
class Kinds {

    private final Sql sql;

    Kinds(Sql sql) {
        this.sql = sql;
    }

    /** @param parent null: of the first level */
    record Made(String code, @Nullable String parent, RegionCode owner, String name, String nameEn, boolean isPublic) {}

    List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select v.*, coalesce(p.position, k.position) as above, coalesce(p.code, k.code) as family
                        from (select md5('demand_kind ' || b.code)::uuid as id, b.code, b.region_code, b.class, b.position, b.hotline, b.is_active,
                                     date '2020-01-01' as valid_from,
                                     (select min(lower(x.valid)) from demand_kind_rule x
                                      where x.code = b.code and x.region_code = b.region_code and not isempty(x.valid)) as valid_to,
                                     1 as version, '最初的设置' as source
                              from demand_kind b where b.region_code = any (:nodes)
                              union all
                              select id, code, region_code, class, position, hotline, is_active, lower(valid), upper(valid), version, source
                              from demand_kind_rule where region_code = any (:nodes) and not isempty(valid)) v
                        join demand_kind k on k.code = v.code left join demand_kind p on p.code = k.parent_code
                        order by above, family, k.parent_code nulls first, k.position, v.code, v.valid_from""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(Kinds::version);
    }

    List<RuleVersion> below(Region node, String code, LocalDate on) {
        return sql.of("""
                        select id, code, region_code, class, position, hotline, is_active, lower(valid) as valid_from, upper(valid) as valid_to, version, source
                        from demand_kind_rule
                        where region_code > :from and region_code < :to and code = :code and valid @> :on order by region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("code", code)
                .bind("on", on)
                .list(Kinds::version);
    }

    Optional<Made> made(String code) {
        return sql.of(
                        "select code, parent_code, region_code, name, name_en, is_public from demand_kind where code = :code")
                .bind("code", code)
                .optional(row -> new Made(
                        row.text("code"),
                        row.textOrNull("parent_code"),
                        row.region("region_code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.yes("is_public")));
    }

    boolean isNamed(String name, List<RegionCode> path) {
        return sql.of("select count(*) from demand_kind where name = :name and region_code = any (:path)")
                        .bind("name", name)
                        .bindLongs("path", path.stream().map(RegionCode::value).toList())
                        .count()
                > 0;
    }

    /** Not offered before a rule says so. */
    void make(Made kind, RuleTerms.Kind terms) {
        sql.of("""
                        insert into demand_kind (code, parent_code, region_code, name, name_en, class, position, is_public, hotline, is_active)
                        values (:code, :parent, :region, :name, :nameEn, :class, :position, :public, :hotline, false)""")
                .bind("code", kind.code())
                .bind("parent", kind.parent())
                .bind("region", kind.owner())
                .bind("name", kind.name())
                .bind("nameEn", kind.nameEn())
                .bind("class", terms.clazz())
                .bind("position", terms.position())
                .bind("public", kind.isPublic())
                .bind("hotline", terms.hotline())
                .update();
    }

    int lastVersion(String code) {
        return (int) sql.of("select coalesce(max(version), 1) from demand_kind_rule where code = :code")
                .bind("code", code)
                .count();
    }

    void add(RuleVersion rule, RuleTerms.Kind terms) {
        sql.of("""
                        insert into demand_kind_rule (id, code, region_code, class, position, hotline, is_active, valid, version, source)
                        values (:id, :code, :region, :class, :position, :hotline, :active, daterange(:from, cast(:to as date)), :version, :source)""")
                .bind("id", rule.id())
                .bind("code", rule.key())
                .bind("region", rule.region())
                .bind("class", terms.clazz())
                .bind("position", terms.position())
                .bind("hotline", terms.hotline())
                .bind("active", terms.isActive())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    /** What a kind was made with ends by itself when its maker's first rule begins. */
    void until(UUID id, @Nullable LocalDate to) {
        sql.of("update demand_kind_rule set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        sql.of("update demand_kind_rule set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    /** @param isOpen not settled yet */
    record Case(String number, Instant at, boolean isOpen) {}

    /** Demands of a kind raised below a node since, newest first. */
    List<Case> raised(Region node, String code, Instant since) {
        return sql.of("""
                        select number, raised_at, status in ('raised','accepted','assigned','handling','verifying','suspended') as is_open
                        from demand where region_code >= :from and region_code < :to and kind_code = :code and raised_at >= :since
                        order by raised_at desc, id desc limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("code", code)
                .bind("since", since)
                .list(row -> new Case(row.text("number"), row.at("raised_at"), row.yes("is_open")));
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("code"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Kind(
                        null,
                        null,
                        null,
                        null,
                        row.text("class"),
                        row.whole("position"),
                        row.textOrNull("hotline"),
                        row.yes("is_active"))),
                row.text("source"));
    }
}
