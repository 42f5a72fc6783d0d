package org.gongzhi.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts and ages of what waits in the house, for whoever watches the machine. The figures bear no labels at all, so none can name anybody. Asked for together,
 * and again after a few seconds at the earliest: twelve gauges are two questions to the database.
 */
@Component
class HouseMeters implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(HouseMeters.class);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final SystemHealthQueries queries;
    private final Clock clock;
    private @Nullable Seen seen;

    HouseMeters(SystemHealthQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Null for both while the database is away. */
    private record Seen(
            Instant at, SystemHealthQueries.@Nullable Queues queues, SystemHealthQueries.@Nullable Ages ages) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        queue(registry, "gongzhi.audit.unsealed", "Audit entries that wait for their seal", q -> q.auditWaiting());
        queue(
                registry,
                "gongzhi.figures.waiting",
                "Changes that the cockpit does not count yet",
                q -> q.figuresWaiting());
        queue(registry, "gongzhi.jobs.waiting", "Jobs that nobody has taken", q -> q.jobsWaiting());
        queue(registry, "gongzhi.jobs.failed", "Jobs that failed within a day", q -> q.jobsFailed());
        queue(
                registry,
                "gongzhi.tasks.failing",
                "Recurring work that failed three times and more",
                q -> q.tasksFailing().size());
        queueAge(
                registry,
                "gongzhi.audit.unsealed.age",
                "Age of the oldest entry without a seal",
                q -> ageOf(q.auditSince()));
        queueAge(
                registry,
                "gongzhi.jobs.waiting.age",
                "Age of the oldest job that nobody has taken",
                q -> ageOf(q.jobsSince()));
        age(
                registry,
                "gongzhi.todos.escalation.lag",
                "How late the oldest overdue to-do is that was not taken up",
                a -> ageOf(a.todoSince()));
        age(registry, "gongzhi.figures.delay", "How long ago the figures counted everything", a -> ageOf(a.foldedAt()));
        age(registry, "gongzhi.webhooks.waiting.age", "How late the oldest delivery is", a -> ageOf(a.webhooksSince()));
        age(
                registry,
                "gongzhi.backup.age",
                "Age of the latest backup; not a number without one",
                a -> a.backupAt() == null ? Double.NaN : ageOf(a.backupAt()));
        count(registry, "gongzhi.webhooks.waiting", "Deliveries that wait", a -> a.webhooksWaiting());
        count(registry, "gongzhi.webhooks.given.up", "Deliveries given up within a day", a -> a.webhooksGivenUp());
    }

    private void queue(
            MeterRegistry registry, String name, String words, ToDoubleFunction<SystemHealthQueries.Queues> figure) {
        gauge(
                registry,
                name,
                words,
                null,
                now -> now.queues() == null ? Double.NaN : figure.applyAsDouble(now.queues()));
    }

    private void queueAge(
            MeterRegistry registry, String name, String words, ToDoubleFunction<SystemHealthQueries.Queues> figure) {
        gauge(
                registry,
                name,
                words,
                "seconds",
                now -> now.queues() == null ? Double.NaN : figure.applyAsDouble(now.queues()));
    }

    private void count(
            MeterRegistry registry, String name, String words, ToDoubleFunction<SystemHealthQueries.Ages> figure) {
        gauge(registry, name, words, null, now -> now.ages() == null ? Double.NaN : figure.applyAsDouble(now.ages()));
    }

    private void age(
            MeterRegistry registry, String name, String words, ToDoubleFunction<SystemHealthQueries.Ages> figure) {
        gauge(
                registry,
                name,
                words,
                "seconds",
                now -> now.ages() == null ? Double.NaN : figure.applyAsDouble(now.ages()));
    }

    private void gauge(
            MeterRegistry registry, String name, String words, @Nullable String unit, ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, this, meters -> figure.applyAsDouble(meters.seen()))
                .description(words)
                .baseUnit(unit)
                .register(registry);
    }

    private double ageOf(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Time.now(clock)).toMillis() / 1000.0);
    }

    private synchronized Seen seen() {
        Instant now = Time.now(clock);
        Seen known = seen;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(KNOWN_FOR) > 0) {
            known = look(now);
            seen = known;
        }
        return known;
    }

    private Seen look(Instant now) {
        try {
            return new Seen(now, queries.queues(), queries.ages(now));
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.debug("no figures of the house: {}", databaseAway.getClass().getSimpleName());
            return new Seen(now, null, null);
        }
    }
}
