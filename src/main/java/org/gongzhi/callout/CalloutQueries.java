package org.gongzhi.callout;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** The calls of one demand with all that was said, and who else could be called to it. Asked only once the demand itself has been seen by the reader. */
@Component
class CalloutQueries {

    /** One time the street called. */
    record WhistleRow(UUID id, Instant at, String reason, String words, String actor) {}

    record NoteRow(UUID id, UUID callout, Instant at, String verb, String actor, String words, List<UUID> files) {}

    /** How often a department had to do with matters of this kind in the district. */
    record Known(UUID department, long times) {}

    /** The demand a call belongs to, as its page shows it. */
    record Matter(UUID id, String number, String title) {}

    private final Sql sql;

    CalloutQueries(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<WhistleRow> whistles(Actor actor, DemandId demand) {
        return sql.of("""
                        select id, at, reason_code, words, actor from callout_whistle
                        where demand_id = :demand and region_code <@ cast(:scopes as int8multirange) order by at desc, id desc limit 100""")
                .bind("demand", demand.value())
                .bindScope(actor.scope())
                .list(row -> new WhistleRow(
                        row.id("id"), row.at("at"), row.text("reason_code"), row.text("words"), row.text("actor")));
    }

    /** In the order they were called, who leads first. */
    List<Callout> callouts(Actor actor, DemandId demand) {
        return sql.of("""
                        select * from callout where demand_id = :demand and region_code <@ cast(:scopes as int8multirange)
                        order by called_at desc, whistle_id, is_lead desc, name, id limit 500""")
                .bind("demand", demand.value())
                .bindScope(actor.scope())
                .list(Callouts::callout);
    }

    Optional<Callout> callout(Actor actor, CalloutId id) {
        return sql.of("select * from callout where id = :id and region_code <@ cast(:scopes as int8multirange)")
                .bind("id", id.value())
                .bindScope(actor.scope())
                .optional(Callouts::callout);
    }

    /** Oldest first. */
    List<NoteRow> notes(Actor actor, List<UUID> callouts) {
        return sql.of("""
                        select id, callout_id, at, verb, actor, words, file_ids from callout_note
                        where callout_id = any (:callouts) and region_code <@ cast(:scopes as int8multirange) order by at, id limit 2000""")
                .bindIds("callouts", callouts)
                .bindScope(actor.scope())
                .list(CalloutQueries::note);
    }

    private static NoteRow note(Sql.Row row) throws SQLException {
        return new NoteRow(
                row.id("id"),
                row.id("callout_id"),
                row.at("at"),
                row.text("verb"),
                row.text("actor"),
                row.text("words"),
                List.of((UUID[]) row.rs().getArray("file_ids").getArray()));
    }

    Matter matter(DemandId demand) {
        return sql.of("select id, number, title from demand where id = :id")
                .bind("id", demand.value())
                .one(row -> new Matter(row.id("id"), row.text("number"), row.text("title")));
    }

    /** Those who were given or called to matters of this kind in the district within a year, as far as the reader sees. */
    List<Known> known(Actor actor, long district, String kind, Instant since) {
        return sql.of("""
                        select department_id, count(*) as times from (
                            select d.department_id, d.id from demand d
                            where d.district_code = :district and d.kind_code = :kind and d.raised_at >= :since and d.department_id is not null
                              and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end
                            union
                            select c.department_id, d.id from callout c join demand d on d.id = c.demand_id
                            where c.district_code = :district and d.kind_code = :kind and c.called_at >= :since and c.department_id is not null
                              and case when c.region_code <@ cast(:scopes as int8multirange) then true else false end) known
                        group by department_id""")
                .bind("district", district)
                .bind("kind", kind)
                .bind("since", since)
                .bindScope(actor.scope())
                .list(row -> new Known(row.id("department_id"), row.number("times")));
    }
}
