package org.gongzhi.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.rule.HolidayText.Day;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The days that differ, and what each notice made of them. */
@Component
class Holidays {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Holidays(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    record Kept(LocalDate day, boolean isWorking, String name, String source) {
        Day plain() {
            return new Day(day, isWorking, name);
        }
    }

    record Notice(
            UUID id,
            int version,
            Instant at,
            String actor,
            String source,
            String why,
            int added,
            int changed,
            int removed) {}

    record Difference(int added, int changed, int removed) {}

    List<Kept> of(int year) {
        return sql.of(
                        "select day, is_working, name, source from holiday where day between :first and :last order by day")
                .bind("first", LocalDate.of(year, 1, 1))
                .bind("last", LocalDate.of(year, 12, 31))
                .list(row -> new Kept(row.on("day"), row.yes("is_working"), row.text("name"), row.text("source")));
    }

    List<Notice> notices(int year) {
        return sql.of("""
                        select id, version, at, actor, source, why, added, changed, removed from holiday_notice
                        where year = :year order by version desc limit 50""")
                .bind("year", year)
                .list(row -> new Notice(
                        row.id("id"),
                        row.whole("version"),
                        row.at("at"),
                        row.text("actor"),
                        row.text("source"),
                        row.text("why"),
                        row.whole("added"),
                        row.whole("changed"),
                        row.whole("removed")));
    }

    /** Two who enter the same year's notice come one after the other. */
    void lock(int year) {
        sql.of("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:key, 7))) locked")
                .bind("key", "holiday " + year)
                .count();
    }

    /** The year is as the notice says, day by day; days of December that it names besides are set too. */
    UUID replace(Actor actor, int year, List<Day> days, String source, String why, Difference difference) {
        sql.of("delete from holiday where day between :first and :last")
                .bind("first", LocalDate.of(year, 1, 1))
                .bind("last", LocalDate.of(year, 12, 31))
                .update();
        sql.of("""
                        insert into holiday (day, is_working, name, source)
                        select d.day::date, d.worked = 'yes', d.name, :source from unnest(:days, :worked, :names) d (day, worked, name)
                        on conflict (day) do update set is_working = excluded.is_working, name = excluded.name, source = excluded.source""")
                .bind("source", source)
                .bindTexts(
                        "days", days.stream().map(day -> day.day().toString()).toList())
                .bindTexts(
                        "worked",
                        days.stream().map(day -> day.isWorking() ? "yes" : "no").toList())
                .bindTexts("names", days.stream().map(Day::name).toList())
                .update();
        UUID id = Ids.next();
        sql.of("""
                        insert into holiday_notice (id, year, version, at, account_id, actor, source, why, added, changed, removed, days)
                        select :id, :year, coalesce(max(version), 0) + 1, :at, cast(:account as uuid), :actor, :source, :why, :added, :changed, :removed,
                               cast(:days as jsonb)
                        from holiday_notice where year = :year""")
                .bind("id", id)
                .bind("year", year)
                .bind("at", Time.now(clock))
                .bind("account", actor.accountId())
                .bind("actor", actor.nodeName().isEmpty() ? actor.name() : actor.name() + " · " + actor.nodeName())
                .bind("source", source)
                .bind("why", why)
                .bind("added", difference.added())
                .bind("changed", difference.changed())
                .bind("removed", difference.removed())
                .bind("days", json.writeValueAsString(days))
                .update();
        return id;
    }
}
