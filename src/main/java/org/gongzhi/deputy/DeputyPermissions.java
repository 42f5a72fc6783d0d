package org.gongzhi.deputy;

import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** One's own duties are one's own to lend. For others the system administrator does it, but for nothing that reaches a district: that would be one person's word. */
@Component
class DeputyPermissions {

    private final RegionLookup regions;

    DeputyPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    /** Whether they may read whose deputy somebody is. */
    Outcome<DeputyQueries.Person> mayRead(Actor actor, DeputyQueries.Person person) {
        boolean isKeeper = actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                && person.home() != null
                && regions.isWithin(person.home(), actor.node());
        return isKeeper || person.id().equals(actor.accountId())
                ? Outcome.done(person)
                : Outcome.refused(DeputyRefusal.NOT_YOURS);
    }

    Outcome<DeputyQueries.Held> mayName(Actor actor, DeputyQueries.Held duty) {
        if (duty.account().equals(actor.accountId())) {
            return Outcome.done(duty);
        }
        if (actor.duty() != DutyKind.SYSTEM_ADMINISTRATOR || !regions.isWithin(duty.region(), actor.node())) {
            return Outcome.refused(DeputyRefusal.NOT_YOURS);
        }
        return reachesADistrict(duty) ? Outcome.refused(DeputyRefusal.ONLY_ITS_HOLDER) : Outcome.done(duty);
    }

    /** Its holder, the deputy, or the administrator who might have named it: never of those who keep the house as well. */
    Outcome<DeputyQueries.Lent> mayEnd(Actor actor, DeputyQueries.Lent lent) {
        UUID self = actor.account();
        boolean isKeeper = actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                && !lent.kind().isAdministrator()
                && regions.isWithin(lent.region(), actor.node());
        return isKeeper || self.equals(lent.principal()) || self.equals(lent.deputy())
                ? Outcome.done(lent)
                : Outcome.refused(DeputyRefusal.NOT_YOURS);
    }

    private boolean reachesADistrict(DeputyQueries.Held duty) {
        return duty.kind().isAdministrator()
                || (duty.departmentId() == null && regions.get(duty.region()).level() <= Region.DISTRICT);
    }
}
