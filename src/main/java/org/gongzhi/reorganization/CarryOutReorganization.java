package org.gongzhi.reorganization;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.gongzhi.http.Problems;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.reorganization.Reorganization.State;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The work of a change: one transaction, so that whatever breaks it off leaves nothing half done, and may be begun again from its beginning. Afterwards a look at
 * what was being written under the old codes in the meantime.
 */
@Component
class CarryOutReorganization implements JobKind {

    static final String KIND = "reorganization";

    record Order(UUID id) {}

    private final Transactions transactions;
    private final ReorganizationPermissions permissions;
    private final Reorganizations reorganizations;
    private final TreeWork work;
    private final Problems words;
    private final Clock clock;

    CarryOutReorganization(
            Transactions transactions,
            ReorganizationPermissions permissions,
            Reorganizations reorganizations,
            TreeWork work,
            Problems words,
            Clock clock) {
        this.transactions = transactions;
        this.permissions = permissions;
        this.reorganizations = reorganizations;
        this.work = work;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        UUID id = UUID.fromString(parameters.get("id").asString());
        Actor seeing = permissions.seeing(actor);
        Reorganization change =
                transactions.read(seeing, () -> reorganizations.find(id).orElseThrow());
        long expected = change.plan().lines().stream()
                .filter(line -> !line.topic().equals("tree"))
                .mapToLong(Plan.Line::count)
                .sum();
        LongConsumer told = rows -> progress.report(rows, Math.max(rows, expected), null);
        try {
            if (change.state() == State.UNDOING) {
                long rows = done(seeing, () -> Outcome.done(work.undo(seeing, change, told)));
                return JobResult.message(words.word("reorganization.done.undone", Long.toString(rows)));
            }
            if (change.state() == State.APPLYING) {
                long rows = done(seeing, () -> Outcome.done(work.apply(seeing, change, told)));
                done(seeing, () -> Outcome.done(work.sweep(change)));
                return JobResult.message(words.word("reorganization.done.applied", Long.toString(rows)));
            }
            // Done by an attempt that was thought dead.
            return JobResult.message(words.word("reorganization.done.before"));
        } catch (RuntimeException brokenOff) {
            transactions.write(seeing, () -> {
                reorganizations.stepBack(id);
                return Outcome.done(id);
            });
            throw brokenOff;
        }
    }

    private <T> T done(Actor actor, java.util.function.Supplier<Outcome<T>> step) {
        return transactions.writeAmongOthers(actor, step).orThrow();
    }

    /** Changes whose job will not come to an end can be begun again. */
    int stepBackAbandoned() {
        return transactions.asWorker("sweep", reorganizations::stepBackAbandoned);
    }

    /** Late writers of other nodes, which may know the old tree for another minute. */
    List<UUID> sweepLately() {
        Actor worker = Actor.worker("reorganization");
        List<UUID> lately = transactions.read(
                worker, () -> reorganizations.appliedSince(clock.instant().minus(ReorganizationTasks.LATE_WRITERS)));
        for (UUID id : lately) {
            done(worker, () -> Outcome.done(work.sweep(reorganizations.find(id).orElseThrow())));
        }
        return lately;
    }
}
