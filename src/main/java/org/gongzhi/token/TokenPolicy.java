package org.gongzhi.token;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;

/** Who sees which machines are let in: those who let them in, and those who watch over it. */
final class TokenPolicy {

    private TokenPolicy() {}

    static boolean maySee(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR || actor.duty() == DutyKind.SECURITY_ADMINISTRATOR;
    }
}
