package org.gongzhi.rule;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The history of the rules: who set, ended or withdrew what, when, from which day and why. Only ever added to. */
@Component
class RuleChanges {

    private static final int MOST = 200;

    private final Sql sql;
    private final Clock clock;

    RuleChanges(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** In both languages: who reads it later may read the other. */
    record Words(String chinese, String english) {}

    record Deed(
            String book,
            RuleVersion rule,
            String action,
            LocalDate effectiveOn,
            String why,
            @Nullable Words before,
            @Nullable Words after,
            @Nullable UUID supersededId,
            @Nullable LocalDate supersededTo) {}

    record Change(
            UUID id,
            Instant at,
            String key,
            RegionCode region,
            UUID ruleId,
            int version,
            String action,
            LocalDate effectiveOn,
            String actor,
            String why,
            @Nullable String before,
            @Nullable String after) {}

    record Superseded(@Nullable UUID id, @Nullable LocalDate to) {}

    /** Two who set the same rule at once come one after the other. */
    void lock(String book, String key) {
        sql.of("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:key, 7))) locked")
                .bind("key", "rule " + book + " " + key)
                .count();
    }

    void add(Actor actor, Deed deed) {
        sql.of("""
                insert into rule_change (id, at, book, key, region_code, rule_id, version, action, effective_on, account_id, actor, why,
                                         before, before_en, after, after_en, superseded_id, superseded_to)
                values (:id, :at, :book, :key, :region, :rule, :version, :action, :effectiveOn, :account, :actor, :why,
                        :before, :beforeEn, :after, :afterEn, :supersededId, :supersededTo)
                """)
                .bind("id", Ids.next())
                .bind("at", Time.now(clock))
                .bind("book", deed.book())
                .bind("key", deed.rule().key())
                .bind("region", deed.rule().region())
                .bind("rule", deed.rule().id())
                .bind("version", deed.rule().version())
                .bind("action", deed.action())
                .bind("effectiveOn", deed.effectiveOn())
                .bind("account", actor.accountId())
                .bind("actor", actor.nodeName().isEmpty() ? actor.name() : actor.name() + " · " + actor.nodeName())
                .bind("why", deed.why())
                .bind("before", deed.before() == null ? null : deed.before().chinese())
                .bind("beforeEn", deed.before() == null ? null : deed.before().english())
                .bind("after", deed.after() == null ? null : deed.after().chinese())
                .bind("afterEn", deed.after() == null ? null : deed.after().english())
                .bind("supersededId", deed.supersededId())
                .bind("supersededTo", deed.supersededTo())
                .update();
    }

    /** What happened on a matter at a node and at those above, newest first. */
    List<Change> history(String book, @Nullable String key, List<RegionCode> path, boolean isEnglish) {
        return sql.of("""
                select id, at, key, region_code, rule_id, version, action, effective_on, actor, why,
                       case when :english then before_en else before end as before, case when :english then after_en else after end as after
                from rule_change
                where book = :book and (cast(:key as text) is null or key = :key) and region_code = any (:path)
                order by at desc, id desc limit :most
                """)
                .bind("english", isEnglish)
                .bind("book", book)
                .bind("key", key)
                .bindLongs("path", path.stream().map(RegionCode::value).toList())
                .bind("most", MOST)
                .list(RuleChanges::map);
    }

    /** What a rule ended when it was set. */
    Optional<Superseded> supersededBy(UUID rule) {
        return sql.of("select superseded_id, superseded_to from rule_change where rule_id = :rule and action = 'set'")
                .bind("rule", rule)
                .optional(row -> new Superseded(row.idOrNull("superseded_id"), row.onOrNull("superseded_to")));
    }

    private static Change map(Sql.Row row) throws SQLException {
        return new Change(
                row.id("id"),
                row.at("at"),
                row.text("key"),
                row.region("region_code"),
                row.id("rule_id"),
                row.whole("version"),
                row.text("action"),
                row.on("effective_on"),
                row.text("actor"),
                row.text("why"),
                row.textOrNull("before"),
                row.textOrNull("after"));
    }
}
