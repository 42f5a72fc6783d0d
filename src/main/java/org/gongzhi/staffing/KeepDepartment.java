package org.gongzhi.staffing;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** 科室 and 公共服务企业 of a node: added, renamed, closed and opened again. A closed one is given nothing new and keeps what it has; one that routes still suggest is not closed. */
@Component
class KeepDepartment {

    private static final Set<String> KINDS = Set.of("office", "service");

    private final StaffingPermissions permissions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final StaffQueries queries;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    KeepDepartment(
            StaffingPermissions permissions,
            Accounts accounts,
            AccountLookup lookup,
            StaffQueries queries,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.accounts = accounts;
        this.lookup = lookup;
        this.queries = queries;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Kept(UUID id) {}

    Outcome<Kept> add(Actor actor, RegionCode node, String typedName, String kind) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> regions.find(node).isPresent()
                                ? permissions.within(actor, node)
                                : Outcome.invalid("regionCode", StaffingRefusal.REGION_UNKNOWN))
                        .then(_ -> KINDS.contains(kind)
                                ? OpenAccount.name(typedName)
                                : Outcome.invalid("kind", StaffingRefusal.DEPARTMENT_KIND_UNKNOWN))
                        .then(name -> {
                            if (lookup.isDepartment(node, name)) {
                                return Outcome.invalid("name", StaffingRefusal.DEPARTMENT_NAME_TAKEN, name);
                            }
                            UUID id = accounts.addDepartment(node, name, kind);
                            audit.record(
                                    actor,
                                    "department.add",
                                    "department",
                                    id,
                                    node,
                                    null,
                                    Map.of("name", name, "kind", kind),
                                    null);
                            return Outcome.done(new Kept(id));
                        }));
    }

    Outcome<Kept> rename(Actor actor, UUID id, String typedName) {
        return transactions.write(
                actor,
                () -> ours(actor, id)
                        .then(department -> OpenAccount.name(typedName).then(name -> {
                            if (!accounts.renameDepartment(id, name)) {
                                return Outcome.invalid("name", StaffingRefusal.DEPARTMENT_NAME_TAKEN, name);
                            }
                            audit.record(
                                    actor,
                                    "department.rename",
                                    "department",
                                    id,
                                    department.node(),
                                    Map.of("name", department.name()),
                                    Map.of("name", name),
                                    null);
                            return Outcome.done(new Kept(id));
                        })));
    }

    Outcome<Kept> turn(Actor actor, UUID id, boolean isActive) {
        return transactions.write(
                actor,
                () -> ours(actor, id)
                        .unless(department -> isActive ? Outcome.done(department) : unrouted(department))
                        .map(department -> {
                            accounts.setDepartmentActive(id, isActive);
                            audit.record(
                                    actor,
                                    isActive ? "department.reopen" : "department.close",
                                    "department",
                                    id,
                                    department.node(),
                                    null,
                                    null,
                                    null);
                            return new Kept(id);
                        }));
    }

    /** What becomes of its routes is asked where a closing is planned for a day. */
    private Outcome<AccountLookup.Department> unrouted(AccountLookup.Department department) {
        long routes = queries.routesTo(department.id(), Time.today(clock));
        return routes == 0
                ? Outcome.done(department)
                : Outcome.refused(StaffingRefusal.DEPARTMENT_ROUTED, department.name(), routes);
    }

    private Outcome<AccountLookup.Department> ours(Actor actor, UUID id) {
        return permissions
                .mayKeepPeople(actor)
                .then(_ -> lookup.department(id)
                        .<Outcome<AccountLookup.Department>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(StaffingRefusal.DEPARTMENT_UNKNOWN)))
                .unless(department -> permissions.within(actor, department.node()));
    }
}
