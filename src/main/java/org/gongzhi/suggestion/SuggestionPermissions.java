package org.gongzhi.suggestion;

import java.time.Instant;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Who answers: whoever works at the level addressed, not for a department of it; when that is late, whoever works above it, too; or whoever keeps the system.
 */
@Component
class SuggestionPermissions {

    private final RegionLookup regions;

    SuggestionPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    /** Administrators see nothing of the territory; what was said to them comes through a door of their own, whose questions ask for nothing else. */
    static Actor reading(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR ? actor.seeing(Scope.EVERYTHING) : actor;
    }

    /** Not for a department of it, and not only looking on. */
    static boolean worksAtNode(Actor actor) {
        return actor.duty().worksOnMatters() && actor.departmentId() == null;
    }

    boolean mayAnswer(Actor actor, Suggestion said, Instant now) {
        if (said.to().isForAdministrators()) {
            return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR;
        }
        RegionCode node = said.to().node();
        boolean isTheirs =
                actor.node().equals(node) || (said.dueAt().isBefore(now) && regions.isWithin(node, actor.node()));
        return isTheirs && worksAtNode(actor);
    }

    Outcome<Suggestion> answering(Actor actor, Suggestion said, Instant now) {
        if (!mayAnswer(actor, said, now)) {
            return said.to().isForAdministrators()
                    ? Outcome.refused(SuggestionRefusal.ONLY_THE_ADMINISTRATOR)
                    : Outcome.refused(
                            SuggestionRefusal.ONLY_THE_LEVEL_ABOVE,
                            regions.get(said.to().node()).name());
        }
        return said.answer() == null
                ? Outcome.done(said)
                : Outcome.refused(
                        SuggestionRefusal.ANSWERED_ALREADY,
                        said.answer().name(),
                        said.answer().at());
    }

    static boolean isSender(Actor actor, Suggestion said) {
        return actor.accountId() != null
                && actor.accountId().equals(said.sender().account());
    }

    /** What row-level security cannot tell from a reader of everything: others' suggestions to administrators are theirs alone. */
    static boolean mayRead(Actor actor, Suggestion said) {
        boolean isAdministrators = said.to().isForAdministrators();
        return isSender(actor, said)
                || (actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR ? isAdministrators : !isAdministrators);
    }
}
