package org.gongzhi.redaction;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** What is covered, by whom and why, and who looked at it. Inside the caller's transaction. */
@Repository
class Redactions {

    private final Sql sql;
    private final ObjectMapper json;

    Redactions(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Look(
            Instant at,
            UUID redaction,
            String looker,
            String purpose,
            @Nullable String words) {}

    void add(Actor actor, Redaction made) {
        sql.of("""
                insert into redaction (id, demand_id, region_code, kind, photo_id, areas, places, reason, note, made_by, maker, made_at)
                values (:id, :demand, :region, :kind, :photo, cast(:areas as jsonb), :places, :reason, :note, :by, :maker, :at)""")
                .bind("id", made.id())
                .bind("demand", made.demand())
                .bind("region", made.region())
                .bind("kind", made.isOfPhoto() ? "photo" : "words")
                .bind("photo", made.photo())
                .bind("areas", made.isOfPhoto() ? json.writeValueAsString(made.areas()) : null)
                .bind("places", made.places())
                .bind("reason", made.reason())
                .bind("note", made.note())
                .bind("by", actor.account())
                .bind("maker", made.maker())
                .bind("at", made.madeAt())
                .update();
    }

    Optional<Redaction> find(UUID id) {
        return sql.of("select * from redaction where id = :id").bind("id", id).optional(this::redaction);
    }

    /** In the order they were made. */
    List<Redaction> ofCase(UUID demand) {
        return sql.of("select * from redaction where demand_id = :demand order by made_at, id")
                .bind("demand", demand)
                .list(this::redaction);
    }

    void restore(Actor actor, Redaction redaction, String restorer, String note, Instant at) {
        sql.of(
                        "update redaction set restored_by = :by, restorer = :restorer, restored_at = :at, restore_note = :note where id = :id and restored_at is null")
                .bind("by", actor.account())
                .bind("restorer", restorer)
                .bind("at", at)
                .bind("note", note)
                .bind("id", redaction.id())
                .update();
    }

    void addLook(Actor actor, Redaction redaction, String purpose, @Nullable String words, Instant at) {
        sql.of("""
                insert into redaction_look (id, redaction_id, demand_id, region_code, account_id, looker, purpose, words, at)
                values (:id, :redaction, :demand, :region, :account, :looker, :purpose, :words, :at)""")
                .bind("id", Ids.next())
                .bind("redaction", redaction.id())
                .bind("demand", redaction.demand())
                .bind("region", redaction.region())
                .bind("account", actor.account())
                .bind("looker", actor.name())
                .bind("purpose", purpose)
                .bind("words", words)
                .bind("at", at)
                .update();
    }

    /** Newest first; at most 200. */
    List<Look> looks(UUID demand) {
        return sql.of("""
                        select at, redaction_id, looker, purpose, words from redaction_look where demand_id = :demand order by at desc, id desc limit 200""")
                .bind("demand", demand)
                .list(row -> new Look(
                        row.at("at"),
                        row.id("redaction_id"),
                        row.text("looker"),
                        row.text("purpose"),
                        row.textOrNull("words")));
    }

    private Redaction redaction(Sql.Row row) throws SQLException {
        String areas = row.textOrNull("areas");
        return new Redaction(
                row.id("id"),
                row.id("demand_id"),
                row.region("region_code"),
                row.idOrNull("photo_id"),
                areas == null ? List.of() : Arrays.asList(json.readValue(areas, Area[].class)),
                row.whole("places"),
                row.text("reason"),
                row.textOrNull("note"),
                row.text("maker"),
                row.at("made_at"),
                row.textOrNull("restorer"),
                row.atOrNull("restored_at"),
                row.textOrNull("restore_note"));
    }
}
