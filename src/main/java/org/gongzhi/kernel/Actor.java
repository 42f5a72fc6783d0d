package org.gongzhi.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as what, and how far: one person in one duty. First argument of every use case and query.
 *
 * @param accountId null for residents and workers
 * @param name as shown in records: 周敏
 * @param nodeName where, as shown: 永安里社区; for department handlers their department: 区热力集团建外所
 * @param address where the request came from; always empty for residents, of whom no address is kept
 * @param principal in whose stead they act, as a deputy; null in a duty of one's own
 */
public record Actor(
        @Nullable UUID accountId,
        String name,
        DutyKind duty,
        @Nullable UUID dutyId,
        RegionCode node,
        int level,
        String nodeName,
        @Nullable UUID departmentId,
        Scope scope,
        String address,
        @Nullable UUID principal) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** In a duty of one's own. */
    public Actor(
            @Nullable UUID accountId,
            String name,
            DutyKind duty,
            @Nullable UUID dutyId,
            RegionCode node,
            int level,
            String nodeName,
            @Nullable UUID departmentId,
            Scope scope,
            String address) {
        this(accountId, name, duty, dutyId, node, level, nodeName, departmentId, scope, address, null);
    }

    /** A resident speaking from or about one place; the scope is that place's community and nothing else. */
    public static Actor resident(RegionCode place, Scope scope) {
        return new Actor(null, "居民", DutyKind.RESIDENT, null, place, 5, "", null, scope, "");
    }

    public static Actor worker(String name, Scope scope) {
        return new Actor(null, name, DutyKind.WORKER, null, RegionCode.NATION, 0, "", null, scope, "");
    }

    /** A worker for everything: loaders, clocks. */
    public static Actor worker(String name) {
        return worker(name, Scope.EVERYTHING);
    }

    /** The same person seeing elsewhere; for the few readers whose ordinary scope is nothing. */
    public Actor seeing(Scope other) {
        return new Actor(accountId, name, duty, dutyId, node, level, nodeName, departmentId, other, address, principal);
    }

    /** The same person in somebody else's stead: what waits for that one waits for them, and records name both. */
    public Actor inSteadOf(UUID other, String otherName) {
        return new Actor(
                accountId,
                name + " 代 " + otherName,
                duty,
                dutyId,
                node,
                level,
                nodeName,
                departmentId,
                scope,
                address,
                other);
    }

    public boolean isResident() {
        return duty == DutyKind.RESIDENT;
    }

    /** For tables that need some id; the nil UUID when there is no account. */
    public UUID accountOrNobody() {
        return accountId == null ? NOBODY : accountId;
    }

    /** In whose hands it is what they take: a deputy leaves it with the one whose duty it is. */
    public @Nullable UUID holder() {
        return principal == null ? accountId : principal;
    }

    /** Whether what is in that account's hands is in theirs: their own, or that of the one in whose stead they act. */
    public boolean standsFor(@Nullable UUID account) {
        return account != null && (account.equals(accountId) || account.equals(principal));
    }

    public UUID account() {
        if (accountId == null) {
            throw new IllegalStateException(duty + " has no account");
        }
        return accountId;
    }
}
