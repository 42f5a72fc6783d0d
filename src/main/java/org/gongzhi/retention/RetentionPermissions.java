package org.gongzhi.retention;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.springframework.stereotype.Component;

/** Who sees what goes: those who answer for a whole community, street or district. Who keeps a case from it: their leads. */
@Component
class RetentionPermissions {

    Outcome<Actor> mayLook(Actor actor) {
        DutyKind duty = actor.duty();
        return duty.isLead() || duty == DutyKind.STREET_OFFICER || duty == DutyKind.DISTRICT_OFFICER
                ? Outcome.done(actor)
                : Outcome.refused(RetentionRefusal.NOT_YOURS);
    }

    Outcome<Actor> mayHold(Actor actor) {
        return actor.duty().isLead() ? Outcome.done(actor) : Outcome.refused(RetentionRefusal.ONLY_LEADS_HOLD);
    }
}
