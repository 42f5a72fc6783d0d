package org.gongzhi.staffing;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.springframework.stereotype.Component;

/** What follows from the kind of duty alone. */
@Component
class DutyAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of(
                "keepPeople", actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR,
                "viewPeople",
                        actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                                || actor.duty() == DutyKind.SECURITY_ADMINISTRATOR,
                "secure", actor.duty() == DutyKind.SECURITY_ADMINISTRATOR,
                "readTrail", actor.duty() == DutyKind.AUDIT_ADMINISTRATOR,
                "register", mayRegister(actor.duty()),
                "viewTodos", mayWork(actor.duty()),
                "viewLedger", maySeeBusiness(actor.duty()),
                "export", mayExport(actor.duty()),
                "viewCockpit", mayViewCockpit(actor.duty()),
                "administer", actor.duty().isAdministrator());
    }

    private static boolean maySeeBusiness(DutyKind duty) {
        return !duty.isAdministrator();
    }

    private static boolean mayWork(DutyKind duty) {
        return maySeeBusiness(duty) && duty != DutyKind.OBSERVER;
    }

    /** Those who meet residents; a department acts on what it is given. */
    private static boolean mayRegister(DutyKind duty) {
        return mayWork(duty) && duty != DutyKind.DEPARTMENT_HANDLER;
    }

    private static boolean mayExport(DutyKind duty) {
        return maySeeBusiness(duty) && duty != DutyKind.GRID_WORKER;
    }

    /** Figures are of a whole territory; a department sees only a line of it. */
    private static boolean mayViewCockpit(DutyKind duty) {
        return maySeeBusiness(duty) && duty != DutyKind.DEPARTMENT_HANDLER;
    }
}
