package org.gongzhi.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One's own jobs; nobody sees another's. */
@Component
class JobQueries {

    private static final int LATEST = 50;

    private final Sql sql;

    JobQueries(Sql sql) {
        this.sql = sql;
    }

    /** {@code problem} is the code of what went wrong. */
    record Row(
            UUID id,
            String kind,
            String state,
            long done,
            @Nullable Long total,
            @Nullable String message,
            @Nullable String problem,
            @Nullable UUID resultFile,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        boolean hasEnded() {
            return endedAt != null;
        }
    }

    Optional<Row> find(Actor actor, UUID id) {
        return sql.of("""
                        select id, kind, state, done, total, message, problem, result_file, created_at, started_at, ended_at
                        from job where id = :id and account_id = :account""").bind("id", id).bind("account", actor.account()).optional(JobQueries::row);
    }

    /** The latest of the last weeks, newest first. */
    List<Row> latest(Actor actor) {
        return sql.of("""
                        select id, kind, state, done, total, message, problem, result_file, created_at, started_at, ended_at
                        from job where account_id = :account order by created_at desc, id desc limit :limit""")
                .bind("account", actor.account())
                .bind("limit", LATEST)
                .list(JobQueries::row);
    }

    private static Row row(Sql.Row row) throws java.sql.SQLException {
        return new Row(
                row.id("id"),
                row.text("kind"),
                row.text("state"),
                row.number("done"),
                row.numberOrNull("total"),
                row.textOrNull("message"),
                row.textOrNull("problem"),
                row.idOrNull("result_file"),
                row.at("created_at"),
                row.atOrNull("started_at"),
                row.atOrNull("ended_at"));
    }
}
