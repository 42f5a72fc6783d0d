package org.gongzhi.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Duty by ability, asked of the code itself: every module answers for somebody in each duty, so the table cannot say what the application does not do. Whether a
 * verb is also possible on one matter at one time is asked there.
 */
@Component
class PermissionTable {

    static final List<DutyKind> DUTIES = Arrays.stream(DutyKind.values())
            .filter(kind -> kind != DutyKind.RESIDENT && kind != DutyKind.WORKER)
            .toList();

    private final List<Abilities> abilities;

    PermissionTable(List<Abilities> abilities) {
        this.abilities = List.copyOf(abilities);
    }

    /** @param duties those that may */
    record Ability(String code, List<String> duties) {}

    List<Ability> rows() {
        Map<String, TreeSet<DutyKind>> allowed = new TreeMap<>();
        for (DutyKind duty : DUTIES) {
            Actor somebody = somebody(duty);
            for (Abilities each : abilities) {
                each.of(somebody).forEach((ability, may) -> {
                    TreeSet<DutyKind> holders = allowed.computeIfAbsent(ability, _ -> new TreeSet<>());
                    if (may) {
                        holders.add(duty);
                    }
                });
            }
        }
        return allowed.entrySet().stream()
                .map(entry -> new Ability(
                        entry.getKey(),
                        entry.getValue().stream().map(DutyKind::code).toList()))
                .toList();
    }

    /** At the district, where every duty has something to do. */
    private static Actor somebody(DutyKind duty) {
        java.util.@Nullable UUID department = duty == DutyKind.DEPARTMENT_HANDLER ? Ids.next() : null;
        Scope scope = duty.isAdministrator() ? Scope.NOTHING : new Scope(Scope.EVERYTHING.ranges(), department, null);
        return new Actor(Ids.next(), duty.code(), duty, Ids.next(), RegionCode.NATION, 3, "", department, scope, "");
    }
}
