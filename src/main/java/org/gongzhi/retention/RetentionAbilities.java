package org.gongzhi.retention;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.springframework.stereotype.Component;

@Component
class RetentionAbilities implements Abilities {

    private final RetentionPermissions permissions;

    RetentionAbilities(RetentionPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of(
                "viewRetention", permissions.mayLook(actor).isDone(),
                "holdCases", permissions.mayHold(actor).isDone());
    }
}
