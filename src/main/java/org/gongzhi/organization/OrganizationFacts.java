package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What holds of an organization from a day to a day. Saying it anew ends what was on the day before; what begins on the very day the last one began takes its place.
 */
@Repository
class OrganizationFacts {

    private final Sql sql;
    private final Clock clock;

    OrganizationFacts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The day since which whom it answers to, where it stands or what it is called is as it is. */
    LocalDate since(UUID id, String fact) {
        return sql.of("""
                        select since from (
                            select 'affiliation' as fact, lower(valid) as since from organization_affiliation where organization_id = :id and upper_inf(valid)
                            union all select 'territory', lower(valid) from organization_territory where organization_id = :id and upper_inf(valid)
                            union all select 'name', lower(valid) from organization_name where organization_id = :id and upper_inf(valid)) f
                        where fact = :fact""").bind("id", id).bind("fact", fact).one(row -> row.on("since"));
    }

    void name(Actor actor, UUID id, String name, LocalDate on, String why) {
        sql.of("delete from organization_name where organization_id = :id and lower(valid) = :on")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of(
                        "update organization_name set valid = daterange(lower(valid), :on) where organization_id = :id and upper_inf(valid)")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of("""
                insert into organization_name (id, organization_id, name, valid, why, actor, changed_at)
                values (:row, :id, :name, daterange(:on, null), :why, :actor, :now)""")
                .bind("row", Ids.next())
                .bind("id", id)
                .bind("name", name)
                .bind("on", on)
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    void affiliation(Actor actor, UUID id, @Nullable UUID parent, LocalDate on, String why) {
        sql.of("delete from organization_affiliation where organization_id = :id and lower(valid) = :on")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of(
                        "update organization_affiliation set valid = daterange(lower(valid), :on) where organization_id = :id and upper_inf(valid)")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of("""
                insert into organization_affiliation (id, organization_id, parent_id, valid, why, actor, changed_at)
                values (:row, :id, :parent, daterange(:on, null), :why, :actor, :now)""")
                .bind("row", Ids.next())
                .bind("id", id)
                .bind("parent", parent)
                .bind("on", on)
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    void territory(Actor actor, UUID id, RegionCode region, LocalDate on, String why) {
        sql.of("delete from organization_territory where organization_id = :id and lower(valid) = :on")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of(
                        "update organization_territory set valid = daterange(lower(valid), :on) where organization_id = :id and upper_inf(valid)")
                .bind("id", id)
                .bind("on", on)
                .update();
        sql.of("""
                insert into organization_territory (id, organization_id, region_code, valid, why, actor, changed_at)
                values (:row, :id, :region, daterange(:on, null), :why, :actor, :now)""")
                .bind("row", Ids.next())
                .bind("id", id)
                .bind("region", region)
                .bind("on", on)
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    /** What was said of days after the beginning of a new term was never. */
    void term(Actor actor, UUID id, LocalDate from, LocalDate due, String why) {
        sql.of("delete from organization_term where organization_id = :id and lower(valid) >= :from")
                .bind("id", id)
                .bind("from", from)
                .update();
        sql.of(
                        "update organization_term set valid = daterange(lower(valid), :from) where organization_id = :id and upper(valid) > :from")
                .bind("id", id)
                .bind("from", from)
                .update();
        sql.of("""
                insert into organization_term (id, organization_id, valid, why, actor, changed_at)
                values (:row, :id, daterange(:from, :due), :why, :actor, :now)""")
                .bind("row", Ids.next())
                .bind("id", id)
                .bind("from", from)
                .bind("due", due)
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    /** Nothing holds of it from that day on; what began later is left a day. */
    void endAll(UUID id, LocalDate on) {
        sql.of("""
                with posts as (update organization_post set valid = daterange(lower(valid), greatest(:on, lower(valid) + 1))
                               where organization_id = :id and upper_inf(valid)),
                     names as (update organization_name set valid = daterange(lower(valid), greatest(:on, lower(valid) + 1))
                               where organization_id = :id and upper_inf(valid)),
                     places as (update organization_territory set valid = daterange(lower(valid), greatest(:on, lower(valid) + 1))
                                where organization_id = :id and upper_inf(valid))
                update organization_affiliation set valid = daterange(lower(valid), greatest(:on, lower(valid) + 1))
                where organization_id = :id and upper_inf(valid)""").bind("id", id).bind("on", on).update();
    }
}
