package org.gongzhi.operations;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.database.DatabaseCopy;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whether all is well with the installation, in sentences that say what to do when it is not. Looks only when asked; nothing of it is about a person. */
@Component
class SystemHealth {

    private static final long GIGABYTE = 1L << 30;

    private final Path dataDir;
    private final SystemHealthQueries queries;
    private final Backups backups;
    private final ReadReplica replica;
    private final MessageSource messages;
    private final Clock clock;
    private final Instant started =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    SystemHealth(
            @Value("${gongzhi.data-dir}") String dataDir,
            SystemHealthQueries queries,
            Backups backups,
            ReadReplica replica,
            MessageSource messages,
            Clock clock) {
        this.dataDir = Path.of(dataDir);
        this.queries = queries;
        this.backups = backups;
        this.replica = replica;
        this.messages = messages;
        this.clock = clock;
    }

    enum State {
        GOOD,
        ATTENTION,
        TROUBLE
    }

    /**
     * @param key which thing was looked at: database, replica, disk, backup, audit, figures, jobs, tasks, holidays
     * @param sentence how it stands
     * @param remedy what to do; null when nothing is needed
     */
    record Finding(
            String key,
            String name,
            State state,
            String sentence,
            @Nullable String remedy) {}

    /**
     * @param asOf when it was looked at
     * @param upSince since when this node has been running
     * @param backups the last ten, newest first
     */
    record Report(Instant asOf, Instant upSince, State state, List<Finding> findings, List<Backups.Made> backups) {}

    /** For the system administrator, who can do something about it. */
    Outcome<Report> report(Actor actor) {
        if (actor.duty() != DutyKind.SYSTEM_ADMINISTRATOR) {
            return Outcome.refused(OperationsRefusal.HEALTH_NOT_YOURS);
        }
        SystemHealthQueries.Queues queues = queries.queues();
        List<Finding> findings = new ArrayList<>();
        findings.add(good("database", queries.databaseVersion()));
        replica.look().ifPresent(seen -> findings.add(replica(seen)));
        findings.add(disk());
        findings.add(backup());
        findings.add(audit(queues));
        findings.add(figures(queues));
        findings.add(jobs(queues));
        findings.add(tasks(queues));
        findings.add(holidays());
        State worst =
                findings.stream().map(Finding::state).max(State::compareTo).orElse(State.GOOD);
        return Outcome.done(new Report(Time.now(clock), started, worst, List.copyOf(findings), backups.latest(10)));
    }

    private Finding replica(ReadReplica.Seen seen) {
        Duration behind = seen.behind();
        return switch (seen.state()) {
            case FOLLOWS -> good("replica", behind == null ? 0 : behind.toSeconds());
            case BEHIND ->
                finding("replica.behind", "replica", State.ATTENTION, behind == null ? -1 : behind.toSeconds());
            case NO_FOLLOWER -> finding("replica.no-follower", "replica", State.ATTENTION);
            case AWAY -> finding("replica.away", "replica", State.ATTENTION);
        };
    }

    private Finding disk() {
        try {
            Path existing = Files.exists(dataDir) ? dataDir : Path.of(".");
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            long percent = free * 100 / Math.max(1, store.getTotalSpace());
            State state = free < 2 * GIGABYTE
                    ? State.TROUBLE
                    : free < 10 * GIGABYTE || percent < 10 ? State.ATTENTION : State.GOOD;
            return finding("disk", state, CommandWords.size(free), percent);
        } catch (IOException e) {
            return finding("disk.unknown", "disk", State.TROUBLE, String.valueOf(e.getMessage()));
        }
    }

    private Finding backup() {
        if (!DatabaseCopy.isPossible(dataDir)) {
            return finding("backup.external", "backup", State.GOOD);
        }
        Optional<Backups.Made> last = backups.latest(1).stream().findFirst();
        if (last.isEmpty()) {
            return finding("backup.never", "backup", State.ATTENTION);
        }
        long hours = Duration.between(last.get().at(), Time.now(clock)).toHours();
        State state = hours > 7 * 24 ? State.TROUBLE : hours > 36 ? State.ATTENTION : State.GOOD;
        return finding(
                "backup",
                state,
                hours < 48 ? hours : hours / 24,
                CommandWords.size(last.get().bytes()),
                hours < 48 ? 0 : 1);
    }

    private Finding audit(SystemHealthQueries.Queues queues) {
        return finding("audit", lateness(queues.auditSince(), 5, 60), queues.auditWaiting());
    }

    private Finding figures(SystemHealthQueries.Queues queues) {
        State state = queues.figuresWaiting() < 50_000 ? State.GOOD : State.ATTENTION;
        return finding("figures", state, queues.figuresWaiting());
    }

    private Finding jobs(SystemHealthQueries.Queues queues) {
        State waiting = lateness(queues.jobsSince(), 10, 120);
        State state = queues.jobsFailed() > 0 && waiting == State.GOOD ? State.ATTENTION : waiting;
        return finding("jobs", state, queues.jobsWaiting(), queues.jobsFailed());
    }

    private Finding tasks(SystemHealthQueries.Queues queues) {
        State state = queues.tasksFailing().isEmpty() ? State.GOOD : State.TROUBLE;
        return finding("tasks", state, String.join(", ", queues.tasksFailing()));
    }

    /** The State Council announces the next year's days in November or December. */
    private Finding holidays() {
        LocalDate today = Time.today(clock);
        int year = today.getMonthValue() == 12 ? today.getYear() + 1 : today.getYear();
        return finding("holidays", queries.hasHolidays(year) ? State.GOOD : State.ATTENTION, Integer.toString(year));
    }

    private State lateness(@Nullable Instant since, int attentionMinutes, int troubleMinutes) {
        long minutes =
                since == null ? 0 : Duration.between(since, Time.now(clock)).toMinutes();
        return minutes >= troubleMinutes ? State.TROUBLE : minutes >= attentionMinutes ? State.ATTENTION : State.GOOD;
    }

    private Finding good(String key, Object... places) {
        return finding(key, State.GOOD, places);
    }

    private Finding finding(String key, State state, Object... places) {
        return finding(key + "." + state.name().toLowerCase(Locale.ROOT), key, state, places);
    }

    private Finding finding(String sentence, String key, State state, Object... places) {
        return new Finding(
                key,
                text(key + ".name"),
                state,
                text(sentence, places),
                state == State.GOOD ? null : text(key + ".remedy"));
    }

    private String text(String key, Object... places) {
        return messages.getMessage("operations.health." + key, places, LocaleContextHolder.getLocale());
    }
}
