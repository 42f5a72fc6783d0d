package org.gongzhi.suggestion;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.springframework.stereotype.Component;

/** To say something is everybody's; to answer is a duty. */
@Component
class SuggestionAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of(
                "answerSuggestions",
                actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR || SuggestionPermissions.worksAtNode(actor));
    }
}
