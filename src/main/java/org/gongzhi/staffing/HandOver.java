package org.gongzhi.staffing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandId;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.staffing.OpenWorkQueries.Matter;
import org.gongzhi.todo.PersonalWork;
import org.springframework.stereotype.Component;

/**
 * 交接: open work passes from one person to a successor, all of it or row by row. The person themselves, whoever leads where it lies, and the system administrator
 * may; the successor works where the matter is handled, so that nothing is orphaned.
 */
@Component
class HandOver {

    private final StaffingPermissions permissions;
    private final OpenWorkQueries work;
    private final StaffQueries staff;
    private final PersonalWork personalWork;
    private final AccountLookup accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;

    HandOver(
            StaffingPermissions permissions,
            OpenWorkQueries work,
            StaffQueries staff,
            PersonalWork personalWork,
            AccountLookup accounts,
            RegionLookup regions,
            Transactions transactions,
            Audit audit) {
        this.permissions = permissions;
        this.work = work;
        this.staff = staff;
        this.personalWork = personalWork;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Passed(int moved, int left) {}

    /** @param demands the rows that were ticked */
    Outcome<Passed> pass(Actor actor, UUID from, UUID to, List<UUID> demands) {
        return transactions.write(
                actor,
                () -> mayPass(actor, from).then(person -> {
                    List<Matter> open = work.of(from);
                    Set<UUID> asked = new HashSet<>(demands);
                    List<Matter> chosen = open.stream()
                            .filter(matter -> asked.contains(matter.demandId()))
                            .toList();
                    if (chosen.isEmpty() || chosen.size() < asked.size()) {
                        return Outcome.refused(StaffingRefusal.WORK_CHANGED);
                    }
                    Set<RegionCode> nodes = new HashSet<>();
                    chosen.forEach(matter -> nodes.add(matter.node()));
                    for (RegionCode node : nodes) {
                        if (successorsAt(node, from).stream()
                                .noneMatch(each -> each.accountId().equals(to))) {
                            return Outcome.invalid(
                                    "to",
                                    StaffingRefusal.SUCCESSOR_NOT_THERE,
                                    regions.get(node).name());
                        }
                    }
                    String name = accounts.name(to).orElse("");
                    List<UUID> ids = chosen.stream().map(Matter::demandId).toList();
                    personalWork.pass(actor, DemandId.SUBJECT, ids, from, to, name);
                    audit.record(
                            actor,
                            "duty.hand-over",
                            "account",
                            from,
                            person.homeOrNation(),
                            null,
                            Map.of("to", to, "demands", ids),
                            null);
                    return Outcome.done(new Passed(ids.size(), open.size() - ids.size()));
                }));
    }

    Outcome<StaffQueries.Person> mayPass(Actor actor, UUID from) {
        Outcome<StaffQueries.Person> found = staff.find(from)
                .<Outcome<StaffQueries.Person>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN));
        if (from.equals(actor.accountId())) {
            return found;
        }
        return actor.duty().isLead()
                ? found.unless(person -> permissions.within(actor, person.homeOrNation()))
                : permissions
                        .mayKeepPeople(actor)
                        .then(_ -> found)
                        .then(person -> permissions.mayChange(actor, person));
    }

    /** Those who work at the node, and in its grids where it is a community. */
    List<AccountLookup.Colleague> successorsAt(RegionCode node, UUID from) {
        List<AccountLookup.Colleague> able = new ArrayList<>(accounts.colleaguesAt(node));
        if (regions.get(node).level() == org.gongzhi.region.Region.COMMUNITY) {
            regions.children(node).forEach(grid -> able.addAll(accounts.colleaguesAt(grid.code())));
        }
        able.removeIf(each -> each.accountId().equals(from));
        return List.copyOf(able);
    }
}
