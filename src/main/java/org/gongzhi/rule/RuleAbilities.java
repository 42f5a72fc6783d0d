package org.gongzhi.rule;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.springframework.stereotype.Component;

/** The entry of the rules. */
@Component
class RuleAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("viewRules", actor.dutyId() != null, "editRules", actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR);
    }
}
