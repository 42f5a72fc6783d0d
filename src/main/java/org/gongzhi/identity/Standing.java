package org.gongzhi.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * An active account and the duty it acts under, as they are now.
 *
 * @param mustEnrol a duty they hold demands a second factor, and they have none
 * @param duty null when the account has none, or the one it acted under has ended
 */
record Standing(
        Account account,
        boolean mustChangePassword,
        boolean mustEnrol,
        @Nullable Duty duty) {

    record Account(UUID id, String login, String name, String locale, boolean isDemo) {}

    /**
     * A duty in force.
     *
     * @param regionTo end of the node's subtree
     * @param kinds the kinds of demand it covers; null for all
     * @param principal whose duty it is; null for one's own
     */
    record Duty(
            UUID id,
            DutyKind kind,
            RegionCode region,
            long regionTo,
            int level,
            String regionName,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable List<String> kinds,
            @Nullable Principal principal) {

        /** Administrators keep the house and see nothing of what is done in it. */
        Scope scope() {
            if (kind.isAdministrator()) {
                return Scope.NOTHING;
            }
            return new Scope(List.of(new Scope.Range(region.value(), regionTo)), departmentId, kinds);
        }
    }

    /** The one in whose stead a deputy acts. */
    record Principal(UUID account, String name) {}

    Optional<Actor> actor(String address) {
        return Optional.ofNullable(duty).map(held -> {
            var own = new Actor(
                    account.id(),
                    account.name(),
                    held.kind(),
                    held.id(),
                    held.region(),
                    held.level(),
                    held.departmentName() == null ? held.regionName() : held.departmentName(),
                    held.departmentId(),
                    held.scope(),
                    address);
            Principal principal = held.principal();
            return principal == null ? own : own.inSteadOf(principal.account(), principal.name());
        });
    }

    /** The person as themselves, under no duty: reads and changes their own account and nothing else. */
    Actor themselves(String address) {
        return actor(address).orElseGet(() -> person(account.id(), account.name(), address));
    }

    static Actor person(UUID accountId, String name, String address) {
        return new Actor(
                accountId, name, DutyKind.WORKER, null, RegionCode.NATION, 0, "", null, Scope.NOTHING, address);
    }
}
