package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.portal.FollowUps.Holder;
import org.jspecify.annotations.Nullable;

/** Answers whoever brings a follow-up code. Wrong codes cost: after some, the door closes for longer and longer. */
abstract class HolderController {

    /** Where the code travels: in a header, never in an address. */
    static final String CODE = "X-Case-Code";

    private final FollowUps followUps;
    private final RateLimits limits;

    HolderController(FollowUps followUps, RateLimits limits) {
        this.followUps = followUps;
        this.limits = limits;
    }

    final Outcome<Holder> holder(HttpServletRequest request, @Nullable String code) {
        return limits.mayGuess(request, "public-code").then(_ -> {
            Outcome<Holder> holder = followUps.open(code);
            if (!holder.isDone()) {
                limits.missed(request, "public-code");
            }
            return holder;
        });
    }

    /**
     * Only the one who raised the matter, and not too often.
     *
     * @param use one that {@link RateLimits#allow} knows
     */
    final Outcome<Holder> raiser(HttpServletRequest request, @Nullable String code, String use) {
        return limits.allow(request, use)
                .then(_ -> holder(request, code))
                .unless(holder -> holder.opened().isRaiser()
                        ? Outcome.done(holder)
                        : Outcome.refused(PublicRefusal.ONLY_THE_RAISER));
    }
}
