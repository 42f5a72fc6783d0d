package org.gongzhi.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.RandomTree;
import org.gongzhi.support.RandomTree.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with one duty or several, anywhere on a tree: some at every height, some for a department, some for a few kinds of demand only. */
final class Staff {

    static final String PASSWORD = "一句很长的测试口令-42";

    private static final List<String> KINDS =
            List.of("heating", "water", "noise", "rubbish", "lift", "policy", "street_parking", "neighbours");

    record Department(UUID id, RegionCode node) {}

    private record Newcomer(
            UUID account,
            String login,
            UUID duty,
            DutyKind kind,
            Place node,
            @Nullable UUID department,
            @Nullable List<String> kinds) {}

    final List<Held> duties = new ArrayList<>();
    final List<Department> departments = new ArrayList<>();

    private final Random random;
    private final Accounts accounts;
    private final List<Newcomer> newcomers = new ArrayList<>();

    Staff(
            RandomTree tree,
            Random random,
            Accounts accounts,
            AccountLookup lookup,
            Transactions transactions,
            JdbcClient owner) {
        this.random = random;
        this.accounts = accounts;
        transactions
                .write(Actor.worker("test"), () -> {
                    String hash = QuickPassword.hash(PASSWORD);
                    tree.places().forEach(place -> hireAt(place, hash));
                    return Outcome.done(true);
                })
                .orThrow();
        // Duties begin on the day they are given; this history begins earlier.
        owner.sql("update duty set valid = daterange('2026-01-01', null)").update();
        for (Newcomer one : newcomers) {
            Actor actor = transactions
                    .asWorker("test", () -> lookup.actorFor(one.account(), one.duty()))
                    .orElseThrow();
            duties.add(new Held(
                    one.account(),
                    one.login(),
                    one.duty(),
                    one.kind(),
                    one.node(),
                    one.department(),
                    one.kinds(),
                    actor));
        }
    }

    private void hireAt(Place place, String hash) {
        switch (place.level()) {
            case 0, 1 -> hire(place, DutyKind.OBSERVER, null, null, hash);
            case 2 -> {
                hire(place, DutyKind.OBSERVER, null, null, hash);
                hire(place, DutyKind.OBSERVER, null, someKinds(), hash);
            }
            case 3 -> {
                hire(place, DutyKind.DISTRICT_OFFICER, null, null, hash);
                hire(place, DutyKind.DISTRICT_OFFICER, null, someKinds(), hash);
                maybe(70, place, DutyKind.DISTRICT_LEADER, hash);
                maybe(40, place, DutyKind.SYSTEM_ADMINISTRATOR, hash);
                maybe(40, place, DutyKind.SECURITY_ADMINISTRATOR, hash);
                maybe(60, place, DutyKind.AUDIT_ADMINISTRATOR, hash);
                department(place, hash);
            }
            case 4 -> {
                hire(place, DutyKind.STREET_OFFICER, null, null, hash);
                maybe(60, place, DutyKind.STREET_LEADER, hash);
                if (random.nextInt(3) == 0) {
                    hire(place, DutyKind.STREET_OFFICER, null, someKinds(), hash);
                }
                department(place, hash);
            }
            case 5 -> {
                maybe(85, place, DutyKind.COMMUNITY_SECRETARY, hash);
                maybe(60, place, DutyKind.COMMUNITY_CLERK, hash);
                if (random.nextInt(4) == 0) {
                    hire(place, DutyKind.COMMUNITY_CLERK, null, someKinds(), hash);
                }
            }
            default -> maybe(70, place, DutyKind.GRID_WORKER, hash);
        }
    }

    private void department(Place place, String hash) {
        for (int i = 0; i <= random.nextInt(2); i++) {
            UUID id = accounts.addDepartment(place.code(), "科室" + i + "在" + place.name(), "office");
            departments.add(new Department(id, place.code()));
            hire(place, DutyKind.DEPARTMENT_HANDLER, id, null, hash);
        }
    }

    private List<String> someKinds() {
        return List.of(KINDS.get(random.nextInt(KINDS.size())), KINDS.get(random.nextInt(KINDS.size()))).stream()
                .distinct()
                .toList();
    }

    /** Somewhere there is one of every kind. */
    private void maybe(int percent, Place place, DutyKind kind, String hash) {
        boolean isMissing = newcomers.stream().noneMatch(known -> known.kind() == kind);
        if (random.nextInt(100) < percent || isMissing) {
            hire(place, kind, null, null, hash);
        }
    }

    /** One in four duties goes to somebody who has one already, wherever that is. */
    private void hire(
            Place place, DutyKind kind, @Nullable UUID department, @Nullable List<String> kinds, String hash) {
        Newcomer known = somebodyFree(place, kind);
        String login = known == null ? "p" + newcomers.size() : known.login();
        UUID account = known == null ? accounts.create(login, "职员" + login, hash, false, false) : known.account();
        UUID duty = accounts.grantDuty(account, kind, place.code(), department, kinds);
        newcomers.add(new Newcomer(account, login, duty, kind, place, department, kinds));
    }

    private @Nullable Newcomer somebodyFree(Place place, DutyKind kind) {
        if (newcomers.isEmpty() || random.nextInt(4) > 0) {
            return null;
        }
        Newcomer known = newcomers.get(random.nextInt(newcomers.size()));
        boolean hasItAlready = newcomers.stream()
                .anyMatch(other -> other.account().equals(known.account())
                        && ((other.kind() == kind && other.node().equals(place))
                                || (other.kind().isAdministrator() && kind.isAdministrator())));
        return hasItAlready ? null : known;
    }
}
