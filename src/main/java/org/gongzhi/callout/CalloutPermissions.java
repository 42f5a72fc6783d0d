package org.gongzhi.callout;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Who may do what with a call they can see. The same answers guard the use cases and drive the buttons. */
@Component
class CalloutPermissions {

    /** @param who names of those who can where this person cannot; empty where it is not a matter of who */
    record Answer(CalloutVerb verb, Outcome<Callout> may, List<String> who) {}

    private static final int MOST_NAMED = 4;

    private final RegionLookup regions;
    private final AccountLookup accounts;

    CalloutPermissions(RegionLookup regions, AccountLookup accounts) {
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Every verb, allowed or with its reason and who can. */
    List<Answer> answers(Actor actor, Callout callout, Instant now) {
        return Arrays.stream(CalloutVerb.values())
                .filter(CalloutVerb::isAsked)
                .map(verb -> {
                    Outcome<Callout> may = may(verb, actor, callout).then(_ -> isTime(verb, callout, now));
                    return new Answer(verb, may, whoCan(actor, callout, may));
                })
                .toList();
    }

    /** Whether this person, in this duty, may do this at all; the order of things is asked of {@link Callout}. */
    Outcome<Callout> may(CalloutVerb verb, Actor actor, Callout callout) {
        if (!actor.duty().worksOnMatters()) {
            return Outcome.refused(CalloutRefusal.YOU_ONLY_LOOK);
        }
        return switch (verb) {
            case ARRIVE, REFUSE, FINISH, ANSWER -> onlyTheCalled(actor, callout);
            case NOTE ->
                isTheStreet(actor, callout) || isAbove(actor, callout)
                        ? Outcome.done(callout)
                        : onlyTheCalled(actor, callout);
            case RULE, WITHDRAW -> isAbove(actor, callout) ? Outcome.done(callout) : onlyTheStreet(actor, callout);
            case GRADE -> onlyTheStreet(actor, callout);
            case SUPERVISE ->
                isAbove(actor, callout)
                        ? Outcome.done(callout)
                        : Outcome.refused(
                                CalloutRefusal.ONLY_FROM_ABOVE, above(callout).name());
            case CALL, ESCALATE -> Outcome.refused(CalloutRefusal.YOU_ONLY_LOOK);
        };
    }

    /** The order of things, tried without doing it. */
    private static Outcome<Callout> isTime(CalloutVerb verb, Callout callout, Instant now) {
        return switch (verb) {
            case ARRIVE -> callout.arrive(now);
            case REFUSE -> callout.refuse("", "");
            case RULE -> callout.release(now);
            case NOTE -> callout.noteProgress();
            case FINISH -> callout.finish(now, "");
            case WITHDRAW -> callout.withdraw(now);
            case GRADE -> callout.grade(now, Grade.IN_PLACE, "");
            case ANSWER -> callout.answer(now, "");
            case SUPERVISE -> callout.supervise();
            case CALL, ESCALATE -> Outcome.refused(CalloutRefusal.YOU_ONLY_LOOK);
        };
    }

    private List<String> whoCan(Actor actor, Callout callout, Outcome<Callout> may) {
        if (!(may instanceof Outcome.Refused<Callout> refused)) {
            return List.of();
        }
        RegionCode street = callout.task().node();
        Stream<AccountLookup.Colleague> able = refused.reason() == CalloutRefusal.ONLY_FROM_ABOVE
                ? accounts.colleaguesAt(above(callout).code()).stream()
                : refused.reason() == CalloutRefusal.ONLY_THE_STREET || refused.reason() == CalloutRefusal.YOU_ONLY_LOOK
                        ? accounts.colleaguesAt(street).stream()
                        : Stream.empty();
        return able.filter(each -> !actor.standsFor(each.accountId()))
                .map(AccountLookup.Colleague::name)
                .distinct()
                .limit(MOST_NAMED)
                .toList();
    }

    /** Those of the department; for a body that has no accounts, the street keeps the record. */
    private static Outcome<Callout> onlyTheCalled(Actor actor, Callout callout) {
        boolean isTheirs = callout.task().department() == null
                ? isTheStreet(actor, callout)
                : callout.task().department().equals(actor.departmentId());
        return isTheirs
                ? Outcome.done(callout)
                : Outcome.refused(CalloutRefusal.ONLY_THE_CALLED, callout.task().name());
    }

    private Outcome<Callout> onlyTheStreet(Actor actor, Callout callout) {
        return isTheStreet(actor, callout)
                ? Outcome.done(callout)
                : Outcome.refused(
                        CalloutRefusal.ONLY_THE_STREET,
                        regions.get(callout.task().node()).name());
    }

    private static boolean isTheStreet(Actor actor, Callout callout) {
        return actor.departmentId() == null
                && actor.node().equals(callout.task().node());
    }

    private boolean isAbove(Actor actor, Callout callout) {
        return actor.departmentId() == null
                && actor.duty() != DutyKind.GRID_WORKER
                && !actor.node().equals(callout.task().node())
                && regions.isWithin(callout.task().node(), actor.node());
    }

    private Region above(Callout callout) {
        RegionCode street = callout.task().node();
        return regions.parent(street).orElseGet(() -> regions.get(street));
    }
}
