package org.gongzhi.demand;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 派遣: to a department of the node or of those above it, or to a colleague at the node or in one of its grids. */
@Component
class AssignDemand {

    private record Assignee(
            @Nullable UUID department,
            @Nullable UUID account,
            String name,
            @Nullable RegionCode node) {}

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandTodos todos;
    private final AccountLookup accounts;
    private final RegionLookup regions;

    AssignDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandTodos todos,
            AccountLookup accounts,
            RegionLookup regions) {
        this.transactions = transactions;
        this.changes = changes;
        this.todos = todos;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** Exactly one of department and account is given. Given to oneself, it is taken up at once. */
    Outcome<Receipt> assign(
            Actor actor,
            DemandId id,
            int version,
            @Nullable UUID department,
            @Nullable UUID account,
            @Nullable String words) {
        return Note.checked(words, "words", 500, false)
                .then(said -> transactions.write(
                        actor,
                        () -> assignee(actor, department, account)
                                .then(to -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.ASSIGN,
                                        (situation, now) -> onTheSpot(to, situation.demand())
                                                .then(demand -> demand.assign(now, to.department(), to.account()))
                                                .then(given -> isSelf(actor, to)
                                                        ? given.takeUp(now, to.account())
                                                        : Outcome.done(given)),
                                        (before, after, now) -> {
                                            todos.settle(actor, after, "assign", "take_up", "handle");
                                            todos.openForHandler(
                                                    actor, after, isSelf(actor, to) ? "handle" : "take_up", said, now);
                                            return Note.of(said)
                                                    .to(to.name())
                                                    .says("交给" + (to.department() == null ? "工作人员" : to.name()) + "办理");
                                        }))));
    }

    /** Who a demand can be given to by name: colleagues at the node, and the workers of the grid it lies in. */
    List<AccountLookup.Colleague> colleaguesFor(Demand demand) {
        RegionCode place = demand.origin().region();
        boolean isInAGrid =
                regions.get(demand.node()).level() == 5 && regions.get(place).level() == 6;
        return isInAGrid
                ? Stream.concat(accounts.colleaguesAt(demand.node()).stream(), accounts.colleaguesAt(place).stream())
                        .toList()
                : accounts.colleaguesAt(demand.node());
    }

    /** Whether those it was given to are still there to have it. */
    boolean mayStillHave(Demand demand) {
        UUID department = demand.departmentId();
        if (department != null) {
            return accounts.departmentsFor(demand.node()).stream()
                    .anyMatch(each -> each.id().equals(department));
        }
        return demand.handlerId() == null
                || colleaguesFor(demand).stream()
                        .anyMatch(each -> each.accountId().equals(demand.handlerId()));
    }

    /** A grid worker sees his own grid: what lies beyond it he could not open. */
    private Outcome<Demand> onTheSpot(Assignee to, Demand demand) {
        return to.node() == null || regions.isWithin(demand.origin().region(), to.node())
                ? Outcome.done(demand)
                : Outcome.invalid("accountId", DemandRefusal.ASSIGNEE_UNKNOWN);
    }

    private static boolean isSelf(Actor actor, Assignee to) {
        return actor.standsFor(to.account());
    }

    private Outcome<Assignee> assignee(Actor actor, @Nullable UUID department, @Nullable UUID account) {
        if ((department == null) == (account == null)) {
            return Outcome.invalid("departmentId", DemandRefusal.ASSIGNEE_MISSING);
        }
        if (department != null) {
            return accounts.departmentsFor(actor.node()).stream()
                    .filter(known -> known.id().equals(department))
                    .findFirst()
                    .<Outcome<Assignee>>map(known -> Outcome.done(new Assignee(department, null, known.name(), null)))
                    .orElseGet(() -> Outcome.invalid("departmentId", DemandRefusal.ASSIGNEE_UNKNOWN));
        }
        return colleague(actor.node(), account)
                .<Outcome<Assignee>>map(known -> Outcome.done(new Assignee(null, account, known.name(), known.node())))
                .orElseGet(() -> Outcome.invalid("accountId", DemandRefusal.ASSIGNEE_UNKNOWN));
    }

    private java.util.Optional<AccountLookup.Colleague> colleague(RegionCode node, @Nullable UUID account) {
        return java.util.stream.Stream.concat(
                        accounts.colleaguesAt(node).stream(),
                        regions.get(node).level() == 5
                                ? regions.children(node).stream()
                                        .flatMap(grid -> accounts.colleaguesAt(grid.code()).stream())
                                : java.util.stream.Stream.empty())
                .filter(known -> known.accountId().equals(account))
                .findFirst();
    }
}
