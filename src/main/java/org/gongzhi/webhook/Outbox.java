package org.gongzhi.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is to be sent: noted with what happened, handed out to the endpoints, taken by one node at a time. */
@Repository
class Outbox {

    /** A node that took a delivery and was not heard of again leaves it to the next after this. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final int AT_ONCE = 20;
    private static final int HANDED_OUT_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;
    private final Clock clock;
    private volatile boolean wanted;
    private volatile Instant knownUntil = Instant.MIN;

    Outbox(Transactions transactions, Sql sql, Sealing sealing, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
        this.clock = clock;
    }

    record Message(RegionCode region, String event, String payload, Instant at) {}

    record Due(
            UUID id,
            UUID endpoint,
            String url,
            String algorithm,
            String secret,
            String event,
            String payload,
            int attempt) {}

    /** Whether anybody listens at all: kept for seconds, so that where nobody does a write costs nothing. */
    boolean isWanted() {
        Instant now = clock.instant();
        if (now.isAfter(knownUntil)) {
            knownUntil = now.plus(KNOWN_FOR);
            wanted = sql.of("select webhook_is_wanted() as wanted").one(row -> row.yes("wanted"));
        }
        return wanted;
    }

    /** After a change made here; other nodes learn within seconds. */
    void forget() {
        knownUntil = Instant.MIN;
    }

    void add(List<Message> messages) {
        sql.of("""
                insert into webhook_event (id, region_code, event, payload, at)
                select m.id, m.region, m.event, m.payload, m.at::timestamptz from unnest(:ids, :regions, :events, :payloads, :ats) as m (id, region, event, payload, at)""")
                .bindIds("ids", messages.stream().map(_ -> Ids.next()).toList())
                .bindLongs(
                        "regions",
                        messages.stream()
                                .map(message -> message.region().value())
                                .toList())
                .bindTexts("events", messages.stream().map(Message::event).toList())
                .bindTexts("payloads", messages.stream().map(Message::payload).toList())
                .bindTexts(
                        "ats",
                        messages.stream()
                                .map(message -> message.at().toString())
                                .toList())
                .update();
    }

    /** One delivery for each endpoint that wants it; how many events were handed out. */
    int handOut() {
        return transactions.asWorker("webhook", () -> (int) sql.of("""
                with event as (
                    delete from webhook_event where id in (select id from webhook_event order by id limit :most for update skip locked)
                    returning id, region_code, event, payload, at),
                sent as (
                    insert into webhook_delivery (id, endpoint_id, region_code, event, payload, created_at, state, next_at)
                    select gen_random_uuid(), e.id, e.region_code, v.event, v.payload, :now, 'waiting', :now
                    from event v join webhook_endpoint e on v.event = any (e.events) and e.removed_at is null
                    join region r on r.code = e.region_code and v.region_code >= r.code and v.region_code < r.code_to)
                select count(*) from event""")
                .bind("most", HANDED_OUT_AT_ONCE)
                .bind("now", Time.now(clock))
                .count());
    }

    /** Takes what is due, for a minute; paused endpoints wait. */
    List<Due> take() {
        Instant now = Time.now(clock);
        return transactions.asWorker(
                "webhook",
                () -> sql.of("""
                with due as (
                    select d.id from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                    where d.state = 'waiting' and d.next_at <= :now and e.paused_at is null and e.removed_at is null
                    order by d.next_at limit :most for update of d skip locked)
                update webhook_delivery d set next_at = :lease, attempts = attempts + 1, last_at = :now
                from due, webhook_endpoint e where d.id = due.id and e.id = d.endpoint_id
                returning d.id, d.endpoint_id, e.url, e.algorithm, e.secret, d.event, d.payload, d.attempts""")
                        .bind("now", now)
                        .bind("lease", now.plus(LEASE))
                        .bind("most", AT_ONCE)
                        .list(row -> new Due(
                                row.id("id"),
                                row.id("endpoint_id"),
                                row.text("url"),
                                row.text("algorithm"),
                                new String(
                                        sealing.open(row.bytes("secret"), "webhook/" + row.id("endpoint_id")),
                                        java.nio.charset.StandardCharsets.UTF_8),
                                row.text("event"),
                                row.text("payload"),
                                row.whole("attempts"))));
    }

    void delivered(Due due, int code, String body) {
        transactions.asWorker("webhook", () -> {
            sql.of("""
                    update webhook_delivery set state = 'delivered', next_at = null, response_code = :code, response_body = :body, problem = null where id = :id""")
                    .bind("id", due.id())
                    .bind("code", code)
                    .bind("body", body)
                    .update();
            return sql.of(
                            "update webhook_endpoint set failing_since = null where id = :id and failing_since is not null")
                    .bind("id", due.endpoint())
                    .update();
        });
    }

    /**
     * Not taken; again at {@code next}, or never.
     *
     * @param longAgo an endpoint that has failed since before then is paused
     */
    void failed(
            Due due,
            @Nullable Integer code,
            @Nullable String body,
            Trouble trouble,
            Optional<Instant> next,
            Instant longAgo) {
        transactions.asWorker("webhook", () -> {
            sql.of("""
                    update webhook_delivery set state = :state, next_at = :next, response_code = :code, response_body = :body, problem = :problem where id = :id""")
                    .bind("id", due.id())
                    .bind("state", next.isPresent() ? "waiting" : "given_up")
                    .bind("next", next.orElse(null))
                    .bind("code", code)
                    .bind("body", body)
                    .bind("problem", trouble.code())
                    .update();
            return sql.of("""
                            update webhook_endpoint set failing_since = coalesce(failing_since, :now),
                                paused_at = case when failing_since < :longAgo then coalesce(paused_at, :now) else paused_at end
                            where id = :id""")
                    .bind("id", due.endpoint())
                    .bind("now", Time.now(clock))
                    .bind("longAgo", longAgo)
                    .update();
        });
    }
}
