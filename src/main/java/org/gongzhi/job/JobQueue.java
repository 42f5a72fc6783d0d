package org.gongzhi.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.file.Files;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The table as a queue. Every taking of a job has a number, its attempt; whatever a worker writes says which attempt it is of, so a node that was thought dead
 * and comes back writes nothing.
 */
@Component
class JobQueue {

    /** A worker that has not been heard of for so long is taken for dead. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** A job that took so many nodes with it is not given to another. */
    static final int MOST_ATTEMPTS = 3;

    static final Duration RESULTS_KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final Sql sql;
    private final Files files;
    private final Clock clock;

    JobQueue(Transactions transactions, Sql sql, Files files, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    record Taken(UUID id, int attempt, String kind, UUID account, UUID duty, RegionCode region, String parameters) {}

    /** Takes the oldest job that waits or whose worker is silent. */
    Optional<Taken> take() {
        Instant now = Time.now(clock);
        return transactions.asWorker("job", () -> {
            sql.of("""
                    update job set state = 'failed', problem = :problem, ended_at = :now
                    where state = 'running' and heartbeat_at < :silentSince and attempts >= :most""")
                    .bind("problem", JobRefusal.GAVE_UP.code())
                    .bind("now", now)
                    .bind("silentSince", now.minus(SILENCE))
                    .bind("most", MOST_ATTEMPTS)
                    .update();
            return sql.of("""
                            update job set state = 'running', attempts = attempts + 1, heartbeat_at = :now, started_at = coalesce(started_at, :now)
                            where id = (select id from job where state = 'waiting' or (state = 'running' and heartbeat_at < :silentSince)
                                        order by created_at, id limit 1 for update skip locked)
                            returning id, attempts, kind, account_id, duty_id, region_code, parameters::text as parameters""")
                    .bind("now", now)
                    .bind("silentSince", now.minus(SILENCE))
                    .optional(row -> new Taken(
                            row.id("id"),
                            row.whole("attempts"),
                            row.text("kind"),
                            row.id("account_id"),
                            row.id("duty_id"),
                            row.region("region_code"),
                            row.text("parameters")));
        });
    }

    /** Whether to go on. */
    enum Word {
        GO_ON,
        CANCELLED,
        NOT_YOURS
    }

    Word heartbeat(Taken job, long done, @Nullable Long total, @Nullable String message) {
        return transactions.asWorker(
                "job",
                () -> sql.of("""
                        update job set heartbeat_at = :now, done = :done, total = :total, message = coalesce(:message, message)
                        where id = :id and attempts = :attempt and state = 'running' returning is_cancelled""")
                        .bind("now", Time.now(clock))
                        .bind("done", done)
                        .bind("total", total)
                        .bind("message", message)
                        .bind("id", job.id())
                        .bind("attempt", job.attempt())
                        .optional(row -> row.yes("is_cancelled") ? Word.CANCELLED : Word.GO_ON)
                        .orElse(Word.NOT_YOURS));
    }

    /** Who stores and fetches a result: an administrator's scope holds nothing, so what they asked for lies at their own node. */
    static Actor keeper(Actor actor) {
        long node = actor.node().value();
        return actor.duty().isAdministrator() ? actor.seeing(Scope.of(node, node + 1)) : actor;
    }

    /** The result and the end of the job in one transaction, as whoever asked. */
    boolean finish(
            Actor actor,
            Taken job,
            long done,
            @Nullable Long total,
            @Nullable String message,
            @Nullable StoredFile file) {
        return transactions
                .write(keeper(actor), () -> {
                    UUID stored = file == null
                            ? null
                            : files.storeResult(
                                    job.region(), job.account(), file.name(), file.mediaType(), file.content());
                    int ended = sql.of("""
                                    update job set state = 'done', done = :done, total = :total, message = coalesce(:message, message), result_file = :file, ended_at = :now
                                    where id = :id and attempts = :attempt and state = 'running'""")
                            .bind("done", done)
                            .bind("total", total)
                            .bind("message", message)
                            .bind("file", stored)
                            .bind("now", Time.now(clock))
                            .bind("id", job.id())
                            .bind("attempt", job.attempt())
                            .update();
                    return ended == 1 ? Outcome.done(true) : Outcome.refused(JobRefusal.NOT_FOUND);
                })
                .isDone();
    }

    record StoredFile(String name, String mediaType, java.io.InputStream content) {}

    void end(Taken job, String state, @Nullable String problem, @Nullable String message) {
        transactions.asWorker(
                "job",
                () -> sql.of("""
                        update job set state = :state, problem = :problem, message = coalesce(:message, message), ended_at = :now
                        where id = :id and attempts = :attempt and state = 'running'""")
                        .bind("state", state)
                        .bind("problem", problem)
                        .bind("message", message)
                        .bind("now", Time.now(clock))
                        .bind("id", job.id())
                        .bind("attempt", job.attempt())
                        .update());
    }

    /** Gives a job back: this node stops. The attempt does not count. */
    void giveBack(Taken job) {
        transactions.asWorker(
                "job",
                () -> sql.of("""
                        update job set state = 'waiting', attempts = attempts - 1 where id = :id and attempts = :attempt and state = 'running'""")
                        .bind("id", job.id())
                        .bind("attempt", job.attempt())
                        .update());
    }

    /** Asks a job to end; one that nobody has taken yet ends at once. False when there is none of this person's that runs or waits. */
    boolean cancel(Actor actor, UUID id) {
        return sql.of("""
                        update job set is_cancelled = true,
                               state = case state when 'waiting' then 'cancelled' else state end,
                               ended_at = case state when 'waiting' then :now::timestamptz end
                        where id = :id and account_id = :account and state in ('waiting', 'running')""")
                        .bind("id", id)
                        .bind("account", actor.account())
                        .bind("now", Time.now(clock))
                        .update()
                == 1;
    }

    /** Forgets jobs and throws their results away a month after they ended. */
    int sweep() {
        return transactions.asWorker("sweep", () -> {
            record Old(UUID id, @Nullable UUID file) {}
            List<Old> old = sql.of("""
                            delete from job where id in (select id from job where ended_at < :before order by ended_at limit 500 for update skip locked)
                            returning id, result_file""")
                    .bind("before", Time.now(clock).minus(RESULTS_KEPT))
                    .list(row -> new Old(row.id("id"), row.idOrNull("result_file")));
            files.discard(old.stream()
                    .flatMap(job -> java.util.stream.Stream.ofNullable(job.file()))
                    .toList());
            return old.size();
        });
    }
}
