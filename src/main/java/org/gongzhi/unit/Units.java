package org.gongzhi.unit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.NameIndex;
import org.gongzhi.unit.Unit.Premises;
import org.gongzhi.unit.Unit.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keeps units: what stands today in one row, where it stood before and what was changed beside it, in one transaction. */
@Repository
class Units {

    private final Sql sql;
    private final Clock clock;

    Units(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What becomes otherwise, one by one; '' for nothing. */
    record Differences(List<String> fields, List<String> olds, List<String> news) {

        Differences() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Differences of(String field, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                fields.add(field);
                olds.add(before == null ? "" : before.toString());
                news.add(after == null ? "" : after.toString());
            }
            return this;
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }
    }

    /** Held until the transaction ends, as the sender has seen it. */
    Outcome<Unit> holdOrRefuse(UUID id, int seen) {
        return sql.of("select * from unit where id = :id for no key update")
                .bind("id", id)
                .optional(Units::unit)
                .<Outcome<Unit>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(UnitRefusal.UNKNOWN))
                .then(unit -> unit.asSeen(seen));
    }

    /** False: another open unit has the code. */
    boolean add(Actor actor, Unit unit, String source) {
        Told told = unit.told();
        Premises premises = unit.premises();
        NameIndex index = NameIndex.of(told.name());
        return sql.of("""
                        insert into unit (id, kind_code, name, credit_code, industry_code, people, members, members_on, opened_on, region_code, stood_from, address,
                            phone, lng, lat, pinyin, initials, grams, registered_at, registered_by, source)
                        values (:id, :kind, :name, :code, :industry, :people, :members, :membersOn, :openedOn, :region, :stoodFrom, :address,
                            :phone, :lng, :lat, :pinyin, :initials, :grams, :now, :actor, :source)
                        on conflict (credit_code) where closed_on is null do nothing""")
                        .bind("id", unit.id())
                        .bind("kind", told.kind())
                        .bind("name", told.name())
                        .bind("code", told.creditCode())
                        .bind("industry", told.industry())
                        .bind("people", told.people())
                        .bind("members", told.members())
                        .bind("membersOn", told.membersOn())
                        .bind("openedOn", told.openedOn())
                        .bind("region", premises.region())
                        .bind("stoodFrom", unit.stoodFrom())
                        .bind("address", premises.address())
                        .bind("phone", told.phone())
                        .bind("lng", premises.lng())
                        .bind("lat", premises.lat())
                        .bind("pinyin", index.pinyin())
                        .bind("initials", index.initials())
                        .bindTexts("grams", index.grams())
                        .bind("now", Time.now(clock))
                        .bind("actor", actor.name())
                        .bind("source", source)
                        .update()
                == 1;
    }

    void amend(UUID id, Told told) {
        NameIndex index = NameIndex.of(told.name());
        sql.of("""
                update unit set kind_code = :kind, name = :name, credit_code = :code, industry_code = :industry, people = :people, members = :members,
                    members_on = :membersOn, opened_on = :openedOn, phone = :phone, pinyin = :pinyin, initials = :initials, grams = :grams, version = version + 1
                where id = :id""")
                .bind("id", id)
                .bind("kind", told.kind())
                .bind("name", told.name())
                .bind("code", told.creditCode())
                .bind("industry", told.industry())
                .bind("people", told.people())
                .bind("members", told.members())
                .bind("membersOn", told.membersOn())
                .bind("openedOn", told.openedOn())
                .bind("phone", told.phone())
                .bind("pinyin", index.pinyin())
                .bind("initials", index.initials())
                .bindTexts("grams", index.grams())
                .update();
    }

    /** Whether another open unit has it, seen or not: taken by a lock that makes those who claim one code take turns, else two would both find it free. */
    boolean isTaken(String code, UUID except) {
        sql.of("select pg_advisory_xact_lock(hashtextextended('unit.code ' || cast(:code as text), 0))::text")
                .bind("code", code)
                .list(_ -> true);
        return sql.of("select unit_code_taken(:code, :except)")
                .bind("code", code)
                .bind("except", except)
                .one(row -> row.yes("unit_code_taken"));
    }

    /** The first day it could have come to stand where it stands. */
    Optional<LocalDate> lastMove(UUID id) {
        return sql.of("select max(until_on) as last from unit_place where unit_id = :id")
                .bind("id", id)
                .list(row -> Optional.ofNullable(row.onOrNull("last")))
                .getFirst();
    }

    /** Where it stood is kept; a move said for the very day it last moved corrects that move instead. */
    void relocate(Unit unit, Premises premises, LocalDate on) {
        sql.of("""
                insert into unit_place (id, unit_id, region_code, address, from_on, until_on)
                select :row, :id, :region, :address, :from, :on
                where cast(:from as date) is null or cast(:from as date) < :on""")
                .bind("row", Ids.next())
                .bind("id", unit.id())
                .bind("region", unit.region())
                .bind("address", unit.premises().address())
                .bind("from", unit.stoodFrom())
                .bind("on", on)
                .update();
        sql.of("""
                update unit set region_code = :region, address = :address, lng = :lng, lat = :lat, stood_from = :on, version = version + 1 where id = :id""")
                .bind("id", unit.id())
                .bind("region", premises.region())
                .bind("address", premises.address())
                .bind("lng", premises.lng())
                .bind("lat", premises.lat())
                .bind("on", on)
                .update();
    }

    long waiting(UUID id) {
        return sql.of("select unit_waiting(:id)").bind("id", id).count();
    }

    void close(UUID id, @Nullable LocalDate on, @Nullable String why) {
        sql.of("update unit set closed_on = :on, close_reason = :why, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("on", on)
                .bind("why", why)
                .update();
    }

    void note(Actor actor, UUID id, String verb, LocalDate from, Differences differences, String why) {
        sql.of("""
                insert into unit_change (id, unit_id, verb, from_on, fields, olds, news, why, actor, changed_at)
                values (:row, :id, :verb, :from, :fields, :olds, :news, :why, :actor, :now)""")
                .bind("row", Ids.next())
                .bind("id", id)
                .bind("verb", verb)
                .bind("from", from)
                .bindTexts("fields", differences.fields())
                .bindTexts("olds", differences.olds())
                .bindTexts("news", differences.news())
                .bind("why", why)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
    }

    static Unit unit(Sql.Row row) throws SQLException {
        return new Unit(
                row.id("id"),
                new Told(
                        row.text("kind_code"),
                        row.text("name"),
                        row.textOrNull("credit_code"),
                        row.textOrNull("industry_code"),
                        row.wholeOrNull("people"),
                        row.wholeOrNull("members"),
                        row.onOrNull("members_on"),
                        row.onOrNull("opened_on"),
                        row.textOrNull("phone")),
                new Premises(
                        row.region("region_code"),
                        row.textOrNull("address"),
                        row.realOrNull("lng"),
                        row.realOrNull("lat")),
                row.onOrNull("stood_from"),
                row.onOrNull("closed_on"),
                row.textOrNull("close_reason"),
                row.whole("version"));
    }
}
