package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationIntake.Counted;
import org.gongzhi.organization.OrganizationIntake.Newcomer;
import org.gongzhi.region.NameIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes many organizations with a few statements: what stands today, then what holds of each since its founding. */
@Repository
class OrganizationRows {

    /** Stands in no name. */
    private static final String BETWEEN = "\u001f";

    private final Sql sql;
    private final Clock clock;

    OrganizationRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Set<UUID> add(Actor actor, List<Newcomer> all, String why) {
        sql.of("select pg_advisory_xact_lock(hashtext('organization.intake'))::text")
                .list(_ -> true);
        sql.of("select id from organization where id = any (:ids) order by id for share")
                .bindIds(
                        "ids",
                        all.stream()
                                .map(Newcomer::parent)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .list(_ -> true);
        List<NameIndex> names =
                all.stream().map(one -> Organizations.index(one.name())).toList();
        Set<UUID> added = new HashSet<>(sql.of("""
                        insert into organization (id, kind_code, name, code, founded_on, parent_id, region_code, full_members, members, units, lasts_until,
                            term_from, term_due_on, pinyin, initials, grams)
                        select w.id, w.kind, w.name, w.code, w.founded::date, w.parent, w.region, w.full_members, w.members, w.units, w.lasts_until::date,
                            w.term_from::date, w.term_due::date, w.pinyin, w.initials, string_to_array(w.grams, :between)
                        from unnest(:ids, :parents, :kinds, :names, :codes, :founded, :regions, :fullMembers, :members, :units, :lastsUntil, :termFrom,
                                    :termDue, :pinyin, :initials, :grams)
                            as w (id, parent, kind, name, code, founded, region, full_members, members, units, lasts_until, term_from, term_due, pinyin, initials,
                                  grams)
                        where (w.parent is null or exists (select from organization p where p.id = w.parent and p.ended_on is null))
                          and not exists (select from organization o where o.pinyin = w.pinyin collate "C" and o.region_code = w.region and o.name = w.name
                                          and o.ended_on is null)
                        on conflict (code) do nothing
                        returning id""")
                .bind("between", BETWEEN)
                .bindIds("ids", all.stream().map(Newcomer::id).toList())
                .bindIds("parents", each(all, Newcomer::parent))
                .bindTexts("kinds", all.stream().map(Newcomer::kind).toList())
                .bindTexts("names", all.stream().map(Newcomer::name).toList())
                .bindTexts("codes", each(all, Newcomer::code))
                .bindTexts("founded", days(all, Newcomer::foundedOn))
                .bindLongs(
                        "regions", all.stream().map(one -> one.region().value()).toList())
                .bindLongs(
                        "fullMembers",
                        all.stream().map(one -> (long) one.fullMembers()).toList())
                .bindLongs(
                        "members", all.stream().map(one -> (long) one.members()).toList())
                .bindLongs("units", each(all, one -> one.units() == null ? null : Long.valueOf(one.units())))
                .bindTexts("lastsUntil", days(all, Newcomer::lastsUntil))
                .bindTexts("termFrom", days(all, Newcomer::termFrom))
                .bindTexts("termDue", days(all, Newcomer::termDueOn))
                .bindTexts("pinyin", names.stream().map(NameIndex::pinyin).toList())
                .bindTexts("initials", names.stream().map(NameIndex::initials).toList())
                .bindTexts(
                        "grams",
                        names.stream()
                                .map(name -> String.join(BETWEEN, name.grams()))
                                .toList())
                .list(row -> row.id("id")));
        since(actor, added, why);
        secretaries(
                actor,
                all.stream()
                        .filter(one -> added.contains(one.id()) && one.secretary() != null)
                        .toList());
        return added;
    }

    /** In a statement of its own: whose organization it is must stand before the policies of these are asked. */
    private void since(Actor actor, Set<UUID> added, String why) {
        sql.of("""
                with fresh as materialized (select id, name, parent_id, region_code, founded_on, term_from, term_due_on from organization where id = any (:ids)),
                     names as (insert into organization_name (id, organization_id, name, valid, why, actor, changed_at)
                               select gen_random_uuid(), id, name, daterange(founded_on, null), :why, :actor, :now from fresh),
                     lines as (insert into organization_affiliation (id, organization_id, parent_id, valid, why, actor, changed_at)
                               select gen_random_uuid(), id, parent_id, daterange(founded_on, null), :why, :actor, :now from fresh),
                     terms as (insert into organization_term (id, organization_id, valid, why, actor, changed_at)
                               select gen_random_uuid(), id, daterange(term_from, term_due_on), :why, :actor, :now from fresh where term_from is not null)
                insert into organization_territory (id, organization_id, region_code, valid, why, actor, changed_at)
                select gen_random_uuid(), id, region_code, daterange(founded_on, null), :why, :actor, :now from fresh""")
                .bindIds("ids", added)
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    private void secretaries(Actor actor, List<Newcomer> led) {
        sql.of("""
                insert into organization_post (id, organization_id, post, holder, valid, actor, changed_at)
                select gen_random_uuid(), w.id, 'secretary', w.holder, daterange(w.since::date, null), :actor, :now
                from unnest(:ids, :holders, :since) as w (id, holder, since)""")
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .bindIds("ids", led.stream().map(Newcomer::id).toList())
                .bindTexts("holders", each(led, Newcomer::secretary))
                .bindTexts("since", days(led, one -> one.termFrom() == null ? one.foundedOn() : one.termFrom()))
                .update();
    }

    Set<UUID> countAnew(Collection<Counted> counts) {
        List<Counted> all = List.copyOf(counts);
        return new HashSet<>(sql.of("""
                        update organization o set full_members = w.full_members, members = w.members, units = w.units, version = o.version + 1
                        from unnest(:ids, :versions, :fullMembers, :members, :units) as w (id, version, full_members, members, units)
                        where o.id = w.id and o.version = w.version and o.ended_on is null
                        returning o.id""")
                .bindIds("ids", all.stream().map(Counted::id).toList())
                .bindLongs(
                        "versions",
                        all.stream().map(one -> (long) one.version()).toList())
                .bindLongs(
                        "fullMembers",
                        all.stream().map(one -> (long) one.fullMembers()).toList())
                .bindLongs(
                        "members", all.stream().map(one -> (long) one.members()).toList())
                .bindLongs("units", each(all, one -> one.units() == null ? null : Long.valueOf(one.units())))
                .list(row -> row.id("id")));
    }

    private static <F, T> List<@Nullable T> each(List<F> all, Function<F, @Nullable T> part) {
        List<@Nullable T> parts = new java.util.ArrayList<>(all.size());
        all.forEach(one -> parts.add(part.apply(one)));
        return parts;
    }

    private static List<@Nullable String> days(List<Newcomer> all, Function<Newcomer, @Nullable LocalDate> day) {
        return each(all, one -> {
            LocalDate on = day.apply(one);
            return on == null ? null : on.toString();
        });
    }
}
