package org.gongzhi.operations;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.springframework.stereotype.Component;

@Component
class OperationsAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("viewSystemHealth", actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR);
    }
}
