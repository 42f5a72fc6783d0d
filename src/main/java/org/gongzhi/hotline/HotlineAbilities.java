package org.gongzhi.hotline;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.springframework.stereotype.Component;

@Component
class HotlineAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("exchange", HotlinePolicy.mayExchange(actor).isDone());
    }
}
