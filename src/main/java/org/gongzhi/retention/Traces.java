package org.gongzhi.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Where a case names people: its contacts, its place, everything written on it, its pictures. Inside the caller's transaction. */
@Repository
class Traces {

    private final Sql sql;
    private final ObjectMapper json;

    Traces(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What the case itself says. */
    record Case(
            UUID id,
            String number,
            String title,
            String words,
            @Nullable String reasonWords,
            boolean hasPlace,
            List<Answered> answers) {}

    /** Everything else written on it: up to four texts of one row. */
    record Text(
            String place,
            UUID id,
            UUID demandId,
            @Nullable String a,
            @Nullable String b,
            @Nullable String c,
            @Nullable String d) {

        Text without(Forgetting people) {
            return new Text(place, id, demandId, people.apply(a), people.apply(b), people.apply(c), people.apply(d));
        }
    }

    record Person(UUID demand, UUID contact) {}

    List<Case> cases(List<UUID> demands) {
        return sql.of("""
                        select id, number, title, words, reason_words, place <> '' or lng is not null or lat is not null as has_place, answers
                        from demand where id = any (:ids) order by id""")
                .bindIds("ids", demands)
                .list(row -> new Case(
                        row.id("id"),
                        row.text("number"),
                        row.text("title"),
                        row.text("words"),
                        row.textOrNull("reason_words"),
                        row.yes("has_place"),
                        Answered.read(row.textOrNull("answers"))));
    }

    /** Who left a contact, with the case or by sharing it. */
    List<Person> people(List<UUID> demands) {
        return sql.of("""
                        select id as demand_id, contact_id from demand where id = any (:ids) and contact_id is not null
                        union all select demand_id, contact_id from demand_joiner where demand_id = any (:ids) and contact_id is not null
                        union all select demand_id, past_contact_id from entitlement where demand_id = any (:ids) and past_contact_id is not null""").bindIds("ids", demands).list(row -> new Person(row.id("demand_id"), row.id("contact_id")));
    }

    List<Text> texts(List<UUID> demands) {
        return sql.of("select place, id, demand_id, a, b, c, d from case_text where demand_id = any (:ids)")
                .bindIds("ids", demands)
                .list(Traces::text);
    }

    /** What was covered in them goes for good: covered it stays. */
    void forgetOriginals(List<UUID> demands) {
        sql.of("delete from redaction_seal where demand_id = any (:ids)")
                .bindIds("ids", demands)
                .update();
    }

    /** The case without what named people; found by what is left of its words. */
    void write(List<Case> cases, Instant now) {
        List<@Nullable String> reasons =
                new ArrayList<>(cases.stream().map(Case::reasonWords).toList());
        List<@Nullable String> answers = new ArrayList<>();
        cases.forEach(each -> answers.add(Answered.written(each.answers())));
        sql.of("""
                update demand d set title = c.title, words = c.words, reason_words = c.reason_words, place = '', lng = null, lat = null,
                       search = cast(c.search as tsvector), answers = cast(c.answers as jsonb), anonymized_at = :now
                from unnest(:ids, :titles, :words, :reasons, :searches, :answers) as c (id, title, words, reason_words, search, answers) where d.id = c.id""")
                .bindIds("ids", cases.stream().map(Case::id).toList())
                .bindTexts("titles", cases.stream().map(Case::title).toList())
                .bindTexts("words", cases.stream().map(Case::words).toList())
                .bindTexts("reasons", reasons)
                .bindTexts("searches", cases.stream().map(Traces::search).toList())
                .bindTexts("answers", answers)
                .bind("now", now)
                .update();
    }

    private static String search(Case each) {
        return SearchTerms.vector(each.number(), each.title(), each.words(), Answered.searched(each.answers()));
    }

    /** Through the one door that may change what was only ever added to; how many rows. */
    int rewrite(List<UUID> demands, List<Text> texts) {
        return (int) sql.of("select retention_rewrite(:ids, cast(:texts as jsonb)) as rows")
                .bindIds("ids", demands)
                .bind("texts", json.writeValueAsString(texts))
                .count();
    }

    /** The pictures people sent with these cases, and the files themselves. */
    int removePhotos(List<UUID> demands) {
        List<UUID> files = sql.of(
                        "delete from demand_file where demand_id = any (:ids) and step_id is null returning file_id")
                .bindIds("ids", demands)
                .list(row -> row.id("file_id"));
        return sql.of(
                        "delete from file f where f.id = any (:files) and not exists (select from demand_file d where d.file_id = f.id)")
                .bindIds("files", files)
                .update();
    }

    /** Cases in which contacts, places, pictures or the search still hold something; what the texts say is asked apart. */
    long remaining(UUID run) {
        return sql.of("""
                        select count(*) from retention_item i join demand d on d.id = i.demand_id
                        where i.run_id = :run
                          and (d.anonymized_at is null or d.place <> '' or d.lng is not null or d.lat is not null
                               or exists (select from contact c
                                          where (c.id = d.contact_id or c.id in (select j.contact_id from demand_joiner j where j.demand_id = d.id)
                                                 or c.id in (select e.past_contact_id from entitlement e where e.demand_id = d.id))
                                            and (c.name_sealed is not null or c.phone_sealed is not null or c.name_masked is not null or c.phone_masked is not null))
                               or exists (select from redaction_seal s where s.demand_id = d.id)
                               or (i.removes_photos and exists (select from demand_file f where f.demand_id = d.id and f.step_id is null)))""").bind("run", run).count();
    }

    /** Cases that are found by other words than those they hold. */
    long foundByOtherWords(List<Case> cases) {
        Map<UUID, String> expected = cases.stream().collect(Collectors.toMap(Case::id, Traces::search));
        return sql.of("""
                        select count(*) from unnest(:ids, :searches) as c (id, search) join demand d on d.id = c.id
                        where d.search <> cast(c.search as tsvector)""")
                .bindIds("ids", expected.keySet())
                .bindTexts("searches", expected.values())
                .count();
    }

    private static Text text(Sql.Row row) throws SQLException {
        return new Text(
                row.text("place"),
                row.id("id"),
                row.id("demand_id"),
                row.textOrNull("a"),
                row.textOrNull("b"),
                row.textOrNull("c"),
                row.textOrNull("d"));
    }
}
