package org.gongzhi.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Endpoints, and what was sent to them. */
@Repository
class Webhooks {

    private final Sql sql;
    private final Clock clock;

    Webhooks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Made(
            UUID id,
            RegionCode region,
            String name,
            String url,
            List<String> events,
            String algorithm,
            byte[] secret) {}

    record Endpoint(
            UUID id,
            String name,
            String url,
            RegionCode region,
            String place,

            @OneOf({"demand.raised", "demand.moved", "demand.judged"})
            List<String> events,

            @OneOf({"hmac-sha256", "hmac-sm3"}) String algorithm,
            String connectedBy,
            Instant createdAt,
            @Nullable Instant failingSince,
            @Nullable Instant pausedAt,
            long waiting) {}

    record Delivery(
            UUID id,

            @OneOf({"demand.raised", "demand.moved", "demand.judged"})
            String event,

            String payload,
            @OneOf({"waiting", "delivered", "given_up"}) String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant lastAt,
            @Nullable Integer responseCode,
            @Nullable String responseBody,
            @OneOf(codes = Trouble.class) @Nullable String problem) {}

    void add(Actor actor, Made made) {
        sql.of("""
                insert into webhook_endpoint (id, region_code, name, url, events, algorithm, secret, created_by, created_at)
                values (:id, :region, :name, :url, :events, :algorithm, :secret, :by, :now)""")
                .bind("id", made.id())
                .bind("region", made.region())
                .bind("name", made.name())
                .bind("url", made.url())
                .bindTexts("events", made.events())
                .bind("algorithm", made.algorithm())
                .bind("secret", made.secret())
                .bind("by", actor.account())
                .bind("now", Time.now(clock))
                .update();
    }

    List<Endpoint> all() {
        return sql.of("""
                        select e.id, e.name, e.url, e.region_code, r.name as place, e.events, e.algorithm, a.name as connected_by, e.created_at, e.failing_since, e.paused_at,
                               (select count(*) from webhook_delivery d where d.endpoint_id = e.id and d.state = 'waiting') as waiting
                        from webhook_endpoint e join region r on r.code = e.region_code join account a on a.id = e.created_by
                        where e.removed_at is null order by e.created_at desc, e.id desc limit 200""")
                .list(row -> new Endpoint(
                        row.id("id"),
                        row.text("name"),
                        row.text("url"),
                        row.region("region_code"),
                        row.text("place"),
                        row.texts("events"),
                        row.text("algorithm"),
                        row.text("connected_by"),
                        row.at("created_at"),
                        row.atOrNull("failing_since"),
                        row.atOrNull("paused_at"),
                        row.number("waiting")));
    }

    /** How many were paused because they failed for long. Paused by hand, an endpoint is not called failing. */
    long stopped() {
        return sql.of(
                        "select count(*) from webhook_endpoint where removed_at is null and paused_at is not null and failing_since is not null")
                .count();
    }

    Optional<RegionCode> regionOf(UUID endpoint) {
        return sql.of("select region_code from webhook_endpoint where id = :id and removed_at is null")
                .bind("id", endpoint)
                .optional(row -> row.region("region_code"));
    }

    /** What waits is given up. */
    void remove(UUID endpoint) {
        sql.of("update webhook_endpoint set removed_at = :now where id = :id")
                .bind("id", endpoint)
                .bind("now", Time.now(clock))
                .update();
        sql.of(
                        "update webhook_delivery set state = 'given_up', next_at = null where endpoint_id = :id and state = 'waiting'")
                .bind("id", endpoint)
                .update();
    }

    void pause(UUID endpoint, boolean isPaused) {
        sql.of("""
                update webhook_endpoint set paused_at = case when :paused then cast(:now as timestamptz) end, failing_since = null where id = :id""")
                .bind("id", endpoint)
                .bind("paused", isPaused)
                .bind("now", Time.now(clock))
                .update();
    }

    /** The latest, newest first. */
    List<Delivery> deliveries(UUID endpoint) {
        return sql.of("""
                        select id, event, payload, state, attempts, created_at, next_at, last_at, response_code, response_body, problem
                        from webhook_delivery where endpoint_id = :endpoint order by created_at desc, id desc limit 100""")
                .bind("endpoint", endpoint)
                .list(row -> new Delivery(
                        row.id("id"),
                        row.text("event"),
                        row.text("payload"),
                        row.text("state"),
                        row.whole("attempts"),
                        row.at("created_at"),
                        row.atOrNull("next_at"),
                        row.atOrNull("last_at"),
                        row.wholeOrNull("response_code"),
                        row.textOrNull("response_body"),
                        row.textOrNull("problem")));
    }

    /** The same message once more, now; false when there is no such delivery. */
    boolean sendAgain(UUID endpoint, UUID delivery) {
        return sql.of("""
                        insert into webhook_delivery (id, endpoint_id, region_code, event, payload, created_at, state, next_at)
                        select :id, d.endpoint_id, d.region_code, d.event, d.payload, :now, 'waiting', :now
                        from webhook_delivery d where d.id = :delivery and d.endpoint_id = :endpoint""")
                        .bind("id", Ids.next())
                        .bind("delivery", delivery)
                        .bind("endpoint", endpoint)
                        .bind("now", Time.now(clock))
                        .update()
                == 1;
    }
}
