package org.gongzhi.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * 换届提醒: as long before a term is over as the rule says, whoever works where the organization stands finds it among what waits for them; where nobody does, the
 * nearest node above. Once for each term: what is there already stays.
 */
@Component
class RemindOfTermsJob {

    static final String SUBJECT = OrganizationId.SUBJECT;
    static final String STEP = "renew_term";

    private static final Logger LOG = LoggerFactory.getLogger(RemindOfTermsJob.class);
    private static final int BATCH = 500;
    /** No rule reminds earlier. */
    private static final int MOST_MONTHS = 24;

    private final Transactions transactions;
    private final OrganizationQueries queries;
    private final OrganizationLimits limits;
    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Todos todos;
    private final Clock clock;

    RemindOfTermsJob(
            Transactions transactions,
            OrganizationQueries queries,
            OrganizationLimits limits,
            RegionLookup regions,
            AccountLookup accounts,
            Todos todos,
            Clock clock) {
        this.transactions = transactions;
        this.queries = queries;
        this.limits = limits;
        this.regions = regions;
        this.accounts = accounts;
        this.todos = todos;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> organizationRemindOfTerms(RemindOfTermsJob job) {
        return Tasks.recurring("organization-remind-of-terms", Schedules.daily(Time.ZONE, LocalTime.of(4, 10)))
                .execute((_, _) -> job.run());
    }

    /** Returns how many to-dos are new. */
    int run() {
        Actor worker = Actor.worker("换届提醒");
        LocalDate today = Time.today(clock);
        int opened = 0;
        OrganizationQueries.TermEnd last = null;
        while (true) {
            OrganizationQueries.TermEnd after = last;
            List<OrganizationQueries.TermEnd> ends =
                    transactions.read(worker, () -> queries.termEnds(today.plusMonths(MOST_MONTHS), after, BATCH));
            if (ends.isEmpty()) {
                break;
            }
            opened += transactions
                    .writeAmongOthers(worker, () -> Outcome.done(open(worker, ends, today)))
                    .orThrow();
            last = ends.getLast();
        }
        if (opened > 0) {
            LOG.info("Reminded of {} terms that end", opened);
        }
        return opened;
    }

    private int open(Actor worker, List<OrganizationQueries.TermEnd> ends, LocalDate today) {
        Map<RegionCode, Integer> months = new HashMap<>();
        Map<RegionCode, RegionCode> actsFor = new HashMap<>();
        List<NewTodo> due = new ArrayList<>();
        for (OrganizationQueries.TermEnd end : ends) {
            int ahead = months.computeIfAbsent(
                    end.region(),
                    place -> limits.at(place, today).of("term.remind").amount());
            if (!end.dueOn().minusMonths(ahead).isAfter(today)) {
                due.add(todo(end, ahead, actsFor.computeIfAbsent(end.region(), this::actsFor)));
            }
        }
        return due.isEmpty() ? 0 : todos.openAll(worker, due);
    }

    private NewTodo todo(OrganizationQueries.TermEnd end, int ahead, RegionCode node) {
        return new NewTodo(
                SUBJECT,
                end.id(),
                STEP,
                end.region(),
                node,
                null,
                null,
                null,
                end.name(),
                "",
                Time.now(clock),
                startOf(end.dueOn()),
                startOf(end.dueOn().minusMonths((ahead + 1) / 2)));
    }

    private RegionCode actsFor(RegionCode place) {
        Optional<Region> node = regions.find(place);
        while (node.isPresent()) {
            RegionCode code = node.get().code();
            if (!accounts.colleaguesAt(code).isEmpty()) {
                return code;
            }
            node = regions.parent(code);
        }
        return place;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }
}
