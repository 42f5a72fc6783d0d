package org.gongzhi.webhook;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.springframework.stereotype.Component;

@Component
class WebhookAbilities implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("viewWebhooks", WebhookPolicy.maySee(actor), "keepWebhooks", WebhookPolicy.mayKeep(actor));
    }
}
