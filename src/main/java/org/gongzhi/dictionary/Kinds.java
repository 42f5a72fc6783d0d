package org.gongzhi.dictionary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds, and what was raised of them. */
@Component
class Kinds {

    private final Sql sql;

    Kinds(Sql sql) {
        this.sql = sql;
    }

    /** @param parent null: of the first level */
    record Made(String code, @Nullable String parent, RegionCode owner, String name, String nameEn, boolean isPublic) {}

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
}
