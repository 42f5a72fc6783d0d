package org.gongzhi.security;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.springframework.stereotype.Component;

@Component
class SecurityAbilities implements Abilities {

    private final SecurityPermissions permissions;

    SecurityAbilities(SecurityPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of(
                "proposeKeys",
                permissions.mayChangeKeys(actor).isDone(),
                "confirmKeys",
                actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                        && permissions.mayConfirmKeys(actor).isDone());
    }
}
