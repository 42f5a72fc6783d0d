package org.gongzhi.staffing;

import java.time.LocalDate;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/** Which duty fits where, and which reaches so far that two administrators must want it. */
final class DutyPolicy {

    private DutyPolicy() {}

    /** The administrators themselves, and whoever sees or steers a district or more. A department's handler sees only what is given to it. */
    static boolean needsASecondPerson(DutyKind kind, Region node) {
        return switch (kind) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR, DISTRICT_OFFICER, DISTRICT_LEADER ->
                true;
            case OBSERVER -> node.level() <= Region.DISTRICT;
            default -> false;
        };
    }

    static boolean fits(DutyKind kind, int level) {
        return switch (kind) {
            case GRID_WORKER -> level == Region.GRID;
            case COMMUNITY_CLERK, COMMUNITY_SECRETARY -> level == Region.COMMUNITY;
            case STREET_OFFICER, STREET_LEADER -> level == Region.STREET;
            case DISTRICT_OFFICER, DISTRICT_LEADER -> level == Region.DISTRICT;
            case DEPARTMENT_HANDLER -> level <= Region.COMMUNITY;
            case OBSERVER -> level <= Region.COMMUNITY;
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> level <= Region.STREET;
            case RESIDENT, WORKER -> false;
        };
    }

    /** Everything that can be told from the grant itself. */
    static Outcome<Accounts.Grant> check(Accounts.Grant grant, Region node, String kindName, LocalDate today) {
        if (!fits(grant.kind(), node.level())) {
            return Outcome.invalid("regionCode", StaffingRefusal.DUTY_LEVEL_WRONG, kindName, node.name());
        }
        if ((grant.kind() == DutyKind.DEPARTMENT_HANDLER) != (grant.department() != null)) {
            return Outcome.invalid("departmentId", StaffingRefusal.DEPARTMENT_NEEDED, kindName);
        }
        if (grant.from().isBefore(today)) {
            return Outcome.invalid("from", StaffingRefusal.STARTS_IN_THE_PAST, today.toString());
        }
        return checkEnd(grant.until(), grant.from()).map(_ -> grant);
    }

    private static Outcome<LocalDate> checkEnd(@Nullable LocalDate until, LocalDate from) {
        return until != null && until.isBefore(from)
                ? Outcome.invalid("until", StaffingRefusal.ENDS_BEFORE_IT_STARTS, from.toString())
                : Outcome.done(from);
    }
}
