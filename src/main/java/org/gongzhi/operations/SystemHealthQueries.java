package org.gongzhi.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts and ages of the whole installation; no row of anybody's. */
@Component
class SystemHealthQueries {

    private final Transactions transactions;
    private final Sql sql;

    SystemHealthQueries(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** @param auditSince when the oldest entry that waits for its seal was written */
    record Queues(
            long auditWaiting,
            @Nullable Instant auditSince,
            long figuresWaiting,
            long jobsWaiting,
            @Nullable Instant jobsSince,
            long jobsFailed,
            List<String> tasksFailing) {}

    Queues queues() {
        return transactions.readFacts(() -> sql.of("""
                        select audit_waiting, audit_since, figures_waiting, jobs_waiting, jobs_since, jobs_failed, tasks_failing
                        from queues_of_the_house()""")
                .one(row -> new Queues(
                        row.number("audit_waiting"),
                        row.atOrNull("audit_since"),
                        row.number("figures_waiting"),
                        row.number("jobs_waiting"),
                        row.atOrNull("jobs_since"),
                        row.number("jobs_failed"),
                        row.texts("tasks_failing"))));
    }

    /**
     * Since when the oldest of each kind waits; null: nothing does.
     *
     * @param todoSince when the oldest overdue to-do that nobody took up the axis was due
     * @param foldedAt everything committed before is in the figures
     * @param webhooksSince when the oldest delivery that could be made was due
     * @param webhooksGivenUp within a day
     */
    record Ages(
            @Nullable Instant todoSince,
            Instant foldedAt,
            long webhooksWaiting,
            @Nullable Instant webhooksSince,
            long webhooksGivenUp,
            @Nullable Instant backupAt) {}

    Ages ages(Instant now) {
        return transactions.readFacts(() -> sql.of("""
                        select todo_since, folded_at, webhooks_waiting, webhooks_since, webhooks_given_up, backup_at from ages_of_the_house(:now)""")
                .bind("now", now)
                .one(row -> new Ages(
                        row.atOrNull("todo_since"),
                        row.at("folded_at"),
                        row.number("webhooks_waiting"),
                        row.atOrNull("webhooks_since"),
                        row.number("webhooks_given_up"),
                        row.atOrNull("backup_at"))));
    }

    /** PostgreSQL's own words for its version: 18.6. */
    String databaseVersion() {
        return transactions.readFacts(
                () -> sql.of("select split_part(current_setting('server_version'), ' ', 1) as version")
                        .one(row -> row.text("version")));
    }

    /** Whether the notice of holidays of that year has been entered. */
    boolean hasHolidays(int year) {
        return transactions.readFacts(
                () -> sql.of("select exists (select from holiday where day between :first and :last) as is_there")
                        .bind("first", LocalDate.of(year, 1, 1))
                        .bind("last", LocalDate.of(year, 12, 31))
                        .one(row -> row.yes("is_there")));
    }
}
