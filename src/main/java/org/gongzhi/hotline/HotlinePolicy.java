package org.gongzhi.hotline;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;

/** Who deals with the hotline: the offices of streets and districts, for their whole territory and all kinds. */
final class HotlinePolicy {

    private HotlinePolicy() {}

    static Outcome<Boolean> mayExchange(Actor actor) {
        DutyKind duty = actor.duty();
        boolean isOffice = duty == DutyKind.STREET_OFFICER
                || duty == DutyKind.STREET_LEADER
                || duty == DutyKind.DISTRICT_OFFICER
                || duty == DutyKind.DISTRICT_LEADER;
        boolean isWhole = actor.scope().department() == null && actor.scope().kinds() == null;
        return isOffice && isWhole ? Outcome.done(true) : Outcome.refused(HotlineRefusal.NOT_YOURS_TO_IMPORT);
    }
}
