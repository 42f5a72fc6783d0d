package org.gongzhi.staffing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandId;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.PersonalWork;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** A duty may also run out by its date. What is then in nobody's hands goes to whoever leads at its node, or to the nearest node above that has people. */
@Component
class KeepWorkHeldJob {

    private static final Actor WORKER = Actor.worker("交接");
    private static final int BATCH = 500;

    private final OpenWorkQueries work;
    private final PersonalWork personalWork;
    private final AccountLookup accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    KeepWorkHeldJob(
            OpenWorkQueries work,
            PersonalWork personalWork,
            AccountLookup accounts,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.personalWork = personalWork;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> keepWorkHeld() {
        return Tasks.recurring("staffing-keep-work-held", FixedDelay.ofMinutes(10))
                .execute((_, _) -> run());
    }

    /** How many matters found a new holder. */
    int run() {
        return transactions
                .write(WORKER, () -> {
                    int moved = 0;
                    for (OpenWorkQueries.Left left : work.leftBehind(Time.today(clock), BATCH)) {
                        Optional<AccountLookup.Colleague> heir = heir(left);
                        heir.ifPresent(to -> pass(left, to));
                        moved += heir.isPresent() ? 1 : 0;
                    }
                    return Outcome.done(moved);
                })
                .orThrow();
    }

    private void pass(OpenWorkQueries.Left left, AccountLookup.Colleague to) {
        personalWork.pass(
                WORKER, DemandId.SUBJECT, List.of(left.demandId()), left.account(), to.accountId(), to.name());
        audit.record(
                WORKER,
                "duty.hand-over",
                "account",
                left.account(),
                left.node(),
                null,
                Map.of("to", to.accountId(), "demands", List.of(left.demandId())),
                null);
    }

    private Optional<AccountLookup.Colleague> heir(OpenWorkQueries.Left left) {
        for (Region node = regions.get(left.node()); node != null; node = above(node.code())) {
            Optional<AccountLookup.Colleague> found = accounts.colleaguesAt(node.code()).stream()
                    .filter(each -> !each.accountId().equals(left.account()))
                    .min(Comparator.comparing(each -> !each.duty().isLead()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private @org.jspecify.annotations.Nullable Region above(RegionCode node) {
        return regions.parent(node).orElse(null);
    }
}
