package org.gongzhi.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Changes of the key, and which node holds which keys. */
@Repository
class KeyRotations {

    /** A node that was not heard of for so long is not waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int LATEST = 20;

    private final Sql sql;
    private final Clock clock;

    KeyRotations(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param fingerprints of the keys it holds */
    record Node(String name, List<String> fingerprints, Instant seenAt) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Handover(String fingerprint, byte[] sealed) {}

    /** False while another one is under way. */
    boolean propose(UUID id, String from, boolean isByHand, String reason, UUID by) {
        return sql.of("""
                        insert into key_rotation (id, from_fingerprint, is_by_hand, reason, proposed_by, proposed_at)
                        values (:id, :from, :byHand, :reason, :by, :now) on conflict do nothing""")
                        .bind("id", id)
                        .bind("from", from)
                        .bind("byHand", isByHand)
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("now", Time.now(clock))
                        .update()
                == 1;
    }

    /** Held until the transaction ends. */
    Optional<KeyRotation> lock(UUID id) {
        sql.of("select id from key_rotation where id = :id for update")
                .bind("id", id)
                .list(row -> row.id("id"));
        return list(id, null).stream().findFirst();
    }

    /** The one that waits for nodes or is resealing. */
    Optional<KeyRotation> underWay() {
        return list(null, true).stream().findFirst();
    }

    /** Latest first. */
    List<KeyRotation> latest() {
        return list(null, null);
    }

    void decide(UUID id, KeyRotation.State decision, UUID by, @Nullable String words) {
        sql.of(
                        "update key_rotation set state = :state, decided_by = :by, decided_at = :now, words = :words where id = :id")
                .bind("state", decision)
                .bind("by", by)
                .bind("words", words)
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    void await(UUID id, UUID by, String fingerprint, byte @Nullable [] handover) {
        sql.of("""
                update key_rotation set state = 'waiting', decided_by = :by, decided_at = :now, to_fingerprint = :fingerprint, handover = :handover
                where id = :id""")
                .bind("by", by)
                .bind("fingerprint", fingerprint)
                .bind("handover", handover)
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    /** Every node has it: nothing of the new key stays in the database. */
    void begin(UUID id) {
        sql.of("update key_rotation set state = 'resealing', handover = null, started_at = :now where id = :id")
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    void expect(UUID id, long total) {
        sql.of("update key_rotation set total = :total where id = :id")
                .bind("total", total)
                .bind("id", id)
                .update();
    }

    void progress(UUID id, String place, @Nullable UUID cursor, int walked, int changed) {
        sql.of("""
                update key_rotation set place = :place, cursor = :cursor, walked = walked + :walked, changed = changed + :changed,
                       changed_in_lap = changed_in_lap + :changed where id = :id""")
                .bind("place", place)
                .bind("cursor", cursor)
                .bind("walked", walked)
                .bind("changed", changed)
                .bind("id", id)
                .update();
    }

    /** Once more from the beginning: somebody sealed with the old key behind the back of the work. */
    void anotherLap(UUID id) {
        sql.of("update key_rotation set place = null, cursor = null, walked = 0, changed_in_lap = 0 where id = :id")
                .bind("id", id)
                .update();
    }

    /** A rotation that was done goes on. */
    void resume(UUID id) {
        sql.of("""
                update key_rotation set state = 'resealing', done_at = null, place = null, cursor = null, walked = 0, changed_in_lap = 0
                where id = :id and state = 'done' and destroyed_at is null""").bind("id", id).update();
    }

    void finish(UUID id, long leftOver) {
        sql.of("""
                update key_rotation set state = 'done', place = null, cursor = null, left_over = :left, done_at = :now where id = :id""")
                .bind("left", leftOver)
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    void askForDestruction(UUID id, UUID by) {
        sql.of("update key_rotation set destruction_asked_by = :by, destruction_asked_at = :now where id = :id")
                .bind("by", by)
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    void destroyed(UUID id, UUID by) {
        sql.of("update key_rotation set destroyed_by = :by, destroyed_at = :now where id = :id")
                .bind("by", by)
                .bind("now", Time.now(clock))
                .bind("id", id)
                .update();
    }

    /** New keys that travel under the old one. */
    List<Handover> handovers() {
        return sql.of(
                        "select to_fingerprint, handover from key_rotation where state = 'waiting' and handover is not null")
                .list(row -> new Handover(row.text("to_fingerprint"), row.bytes("handover")));
    }

    /** A node tells what it holds; nodes that were silent for a day are forgotten. */
    void holds(UUID node, String name, List<String> fingerprints) {
        Instant now = Time.now(clock);
        sql.of("""
                insert into key_node (node, name, fingerprints, seen_at) values (:node, :name, :fingerprints, :now)
                on conflict (node) do update set fingerprints = excluded.fingerprints, seen_at = excluded.seen_at""")
                .bind("node", node)
                .bind("name", name)
                .bindTexts("fingerprints", fingerprints)
                .bind("now", now)
                .update();
        sql.of("delete from key_node where seen_at < :before")
                .bind("before", now.minus(Duration.ofDays(1)))
                .update();
    }

    /** Those that live. */
    List<Node> nodes() {
        return sql.of("select name, fingerprints, seen_at from key_node where seen_at > :since order by name, node")
                .bind("since", Time.now(clock).minus(SILENCE))
                .list(row -> new Node(row.text("name"), row.texts("fingerprints"), row.at("seen_at")));
    }

    private List<KeyRotation> list(@Nullable UUID id, @Nullable Boolean isUnderWay) {
        return sql.of("""
                        select r.*, p.name as proposer, d.name as decider, a.name as asker
                        from key_rotation r join account p on p.id = r.proposed_by
                        left join account d on d.id = r.decided_by left join account a on a.id = r.destruction_asked_by
                        where (:id::uuid is null or r.id = :id) and (:underWay::boolean is null or r.state in ('waiting', 'resealing'))
                        order by r.proposed_at desc, r.id desc limit :most""")
                .bind("id", id)
                .bind("underWay", isUnderWay)
                .bind("most", LATEST)
                .list(row -> new KeyRotation(
                        row.id("id"),
                        KeyRotation.State.valueOf(row.text("state").toUpperCase(java.util.Locale.ROOT)),
                        row.text("from_fingerprint"),
                        row.textOrNull("to_fingerprint"),
                        row.yes("is_by_hand"),
                        row.text("reason"),
                        new KeyRotation.Person(row.id("proposed_by"), row.text("proposer")),
                        row.at("proposed_at"),
                        person(row.idOrNull("decided_by"), row.textOrNull("decider")),
                        row.atOrNull("decided_at"),
                        row.textOrNull("words"),
                        row.atOrNull("started_at"),
                        row.textOrNull("place"),
                        row.idOrNull("cursor"),
                        row.number("walked"),
                        row.number("total"),
                        row.number("changed"),
                        row.number("changed_in_lap"),
                        row.number("left_over"),
                        row.atOrNull("done_at"),
                        person(row.idOrNull("destruction_asked_by"), row.textOrNull("asker")),
                        row.atOrNull("destroyed_at")));
    }

    private static KeyRotation.@Nullable Person person(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new KeyRotation.Person(id, name);
    }
}
