package org.gongzhi.webhook;

import java.util.Set;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;

/** Who may connect systems of others, and what can be told to them. */
final class WebhookPolicy {

    /** Raised; moved on in any way; judged by the person concerned. */
    static final Set<String> EVENTS = Set.of("demand.raised", "demand.moved", "demand.judged");

    static final Set<String> ALGORITHMS = Set.of("hmac-sha256", "hmac-sm3");

    private WebhookPolicy() {}

    static boolean mayKeep(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR;
    }

    static boolean maySee(Actor actor) {
        return mayKeep(actor) || actor.duty() == DutyKind.SECURITY_ADMINISTRATOR;
    }
}
