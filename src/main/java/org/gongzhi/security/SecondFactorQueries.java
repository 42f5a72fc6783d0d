package org.gongzhi.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of a territory has a second factor, and of whom one is demanded. */
@Component
class SecondFactorQueries {

    private final Sql sql;

    SecondFactorQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param since null when they have none */
    record Person(
            UUID accountId,
            String login,
            String name,
            @Nullable RegionCode home,
            @Nullable Instant since,
            boolean isDemanded) {}

    /** @param without how many of the holders have none */
    record Demand(DutyKind kind, boolean isDemanded, boolean isDemandedAbove, int holders, int without) {}

    /** By login; {@code state}: {@code on}, {@code off}, {@code owing} (demanded, and none), null for all. */
    Page<Person> people(
            Region territory,
            @Nullable String words,
            @Nullable String state,
            @Nullable String after,
            LocalDate today,
            int limit) {
        List<Person> rows = sql.of("""
                        select a.id, a.login, a.name, a.home_code, f.since, owed.is_demanded
                          from account a
                          left join second_factor f on f.account_id = a.id
                          cross join lateral (
                            select exists (select from second_factor_demand m join region r on r.code = m.region_code
                                             join duty o on o.kind = m.duty_kind and o.region_code >= r.code and o.region_code < r.code_to
                                            where o.account_id = a.id and o.valid @> :today) as is_demanded) owed
                         where a.status = 'active'
                           and (a.home_code >= :from and a.home_code < :to or (a.home_code is null and :isNation))
                           and (:words::text is null or position(:words in a.name) > 0 or starts_with(a.login, lower(:words)))
                           and (:after::text is null or a.login > :after)
                           and (:state::text is null or case :state::text when 'on' then f.since is not null
                                                                    when 'off' then f.since is null
                                                                    else f.since is null and owed.is_demanded end)
                         order by a.login limit :limit""")
                .bind("today", today)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .bind("words", words)
                .bind("after", decoded(after))
                .bind("state", state)
                .bind("limit", limit + 1)
                .list(row -> new Person(
                        row.id("id"),
                        row.text("login"),
                        row.text("name"),
                        row.regionOrNull("home_code"),
                        row.atOrNull("since"),
                        row.yes("is_demanded")));
        boolean isMore = rows.size() > limit;
        List<Person> items = isMore ? rows.subList(0, limit) : rows;
        return new Page<>(items, isMore ? encoded(items.getLast().login()) : null, null);
    }

    /** Every duty, whether demanded or not, with its holders in the territory. */
    List<Demand> demands(Region territory, LocalDate today) {
        return sql.of("""
                        select k.kind,
                               exists (select from second_factor_demand m where m.duty_kind = k.kind and m.region_code = :node) as is_here,
                               exists (select from second_factor_demand m join region r on r.code = m.region_code
                                        where m.duty_kind = k.kind and m.region_code <> :node and r.code <= :node and r.code_to > :node) as is_above,
                               count(distinct a.id) as holders,
                               count(distinct a.id) filter (where f.account_id is null) as without_any
                          from unnest(:kinds) with ordinality as k (kind, nth)
                          left join duty d on d.kind = k.kind and d.valid @> :today and d.region_code >= :node and d.region_code < :to
                          left join account a on a.id = d.account_id and a.status = 'active'
                          left join second_factor f on f.account_id = a.id
                         group by k.kind, k.nth order by k.nth""")
                .bind("node", territory.code())
                .bind("to", territory.to())
                .bind("today", today)
                .bindTexts(
                        "kinds",
                        PermissionTable.DUTIES.stream().map(DutyKind::code).toList())
                .list(row -> new Demand(
                        DutyKind.of(row.text("kind")),
                        row.yes("is_here"),
                        row.yes("is_above"),
                        row.whole("holders"),
                        row.whole("without_any")));
    }

    /** Somebody of the territory who has one. */
    Optional<RegionCode> homeOf(UUID account, Region territory) {
        return sql.of("""
                        select coalesce(a.home_code, 0) as home from account a join second_factor f on f.account_id = a.id
                         where a.id = :id and (a.home_code >= :from and a.home_code < :to or (a.home_code is null and :isNation))""")
                .bind("id", account)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .optional(row -> row.region("home"));
    }

    private static @Nullable String decoded(@Nullable String after) {
        try {
            return after == null
                    ? null
                    : new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String encoded(String login) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
