package org.gongzhi.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.demand.DemandLookup.Answer;
import org.gongzhi.demand.DemandLookup.Situation;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a demand they can see. The same answers guard the use cases and drive the buttons, so a screen never offers what would be refused,
 * and never hides why.
 */
@Component
class DemandPermissions {

    private final RegionLookup regions;
    private final AccountLookup accounts;

    DemandPermissions(RegionLookup regions, AccountLookup accounts) {
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Every verb of the staff, allowed or with its reason, for the case page. */
    List<Answer> answers(Actor actor, Situation situation, Instant now) {
        List<Answer> answers = new ArrayList<>();
        for (DemandVerb verb : DemandVerb.values()) {
            if (verb.isForStaff()) {
                Outcome<?> allowed = may(verb, actor, situation)
                        .then(_ -> isTime(verb, situation, now))
                        .then(Demand::unlessCalled);
                answers.add(new Answer(
                        verb,
                        allowed.isDone(),
                        allowed instanceof Outcome.Refused<?> refused ? refused : null,
                        List.of()));
            }
        }
        return answers;
    }

    /** Whether this person, in this duty, may do this at all; the order of things is asked of {@link Demand}. */
    Outcome<Demand> may(DemandVerb verb, Actor actor, Situation situation) {
        Demand demand = situation.demand();
        if (!actor.duty().worksOnMatters()) {
            return Outcome.refused(DemandRefusal.YOU_ONLY_LOOK);
        }
        return switch (verb) {
            case ACCEPT, ASSIGN, CLOSE, RESUME, MERGE, UNMERGE -> onlyTheResponsible(actor, demand);
            case CALL_OUT ->
                actor.level() == Region.STREET
                        ? onlyTheResponsible(actor, demand)
                        : Outcome.refused(DemandRefusal.ONLY_A_STREET_CALLS);
            case PASS_UP, SEND_DOWN -> onlyTheResponsible(actor, demand).unless(_ -> notInTransfer(situation));
            case RETURN -> onlyThoseAtIt(actor, demand);
            case DECLINE, SUSPEND -> onlyTheResponsible(actor, demand).unless(_ -> onlyALead(actor, demand));
            case TAKE_UP -> onlyTheHandler(actor, demand);
            case NOTE_PROGRESS ->
                isHandler(actor, demand) || isOnTheSpot(actor, demand) || isAbove(actor, demand)
                        ? Outcome.done(demand)
                        : onlyTheResponsible(actor, demand);
            case ASK_VERIFICATION ->
                demand.in(DemandStatus.ASSIGNED) ? onlyTheHandler(actor, demand) : onlyThoseAtIt(actor, demand);
            case ASK_EXTENSION ->
                situation.extension() == null
                        ? onlyThoseAtIt(actor, demand)
                        : Outcome.refused(DemandRefusal.EXTENSION_UNDER_WAY);
            case VERIFY -> onlyTheResponsible(actor, demand).unless(_ -> onlySomeoneElse(actor, demand));
            case CALL_BACK ->
                (isAbove(actor, demand) ? Outcome.done(demand) : onlyTheResponsible(actor, demand))
                        .unless(_ -> onlySomeoneElse(actor, demand));
            case REOPEN -> isAbove(actor, demand) ? Outcome.done(demand) : onlyTheResponsible(actor, demand);
            case RECEIVE_TRANSFER, RETURN_TRANSFER -> onlyTheReceiver(actor, situation);
            case DECIDE_EXTENSION -> onlyTheApprover(actor, situation);
            case SUPERVISE -> isAbove(actor, demand) ? Outcome.done(demand) : onlyFromAbove(demand);
            case URGE -> mayUrge(actor, demand);
            case RAISE, JUDGE, JOIN, ADD_WORDS, RESPOND_TO_CALL, REDACT, CORRECT, ESCALATE, FILE ->
                Outcome.refused(DemandRefusal.YOU_ONLY_LOOK);
        };
    }

    /** A resident anywhere that is served; staff on their own territory and line, so that nobody writes down what they could not see. */
    Outcome<RegionCode> mayRaise(Actor actor, RegionCode region, String kind) {
        Scope scope = actor.scope();
        boolean isTheirs = actor.duty().worksOnMatters()
                && scope.department() == null
                && scope.holds(region)
                && (scope.kinds() == null || scope.kinds().contains(kind));
        return actor.isResident() || isTheirs ? Outcome.done(region) : Outcome.refused(DemandRefusal.YOU_ONLY_LOOK);
    }

    /** Whose word answers a supervision: those who were asked, not those who look on from above or pass by. */
    boolean answers(Actor actor, Demand demand) {
        return isHandler(actor, demand) || isResponsible(actor, demand);
    }

    /** The contact is for those who work on the case and those above who check: never for onlookers. */
    Outcome<Demand> mayLookAtContact(Actor actor, Demand demand) {
        if (!actor.duty().worksOnMatters()) {
            return Outcome.refused(DemandRefusal.YOU_ONLY_LOOK);
        }
        if (isHandler(actor, demand) || isAbove(actor, demand) || isOnTheSpot(actor, demand)) {
            return Outcome.done(demand);
        }
        return onlyTheResponsible(actor, demand);
    }

    /** Who decides on an extension: the level above, and at the top the district's own lead. */
    RegionCode approverOf(Demand demand) {
        return superior(demand.node()).map(Region::code).orElse(demand.node());
    }

    /** The nearest working level above; none above a district. */
    Optional<Region> superior(RegionCode node) {
        return regions.parent(node).filter(parent -> parent.level() >= 3);
    }

    String nameOf(RegionCode node) {
        return regions.get(node).name();
    }

    private static boolean isResponsible(Actor actor, Demand demand) {
        return actor.departmentId() == null && actor.node().equals(demand.node());
    }

    private static boolean isHandler(Actor actor, Demand demand) {
        return actor.standsFor(demand.handlerId())
                || (demand.departmentId() != null && demand.departmentId().equals(actor.departmentId()));
    }

    private boolean isAbove(Actor actor, Demand demand) {
        return actor.departmentId() == null
                && actor.duty() != DutyKind.GRID_WORKER
                && !actor.node().equals(demand.node())
                && regions.isWithin(demand.node(), actor.node());
    }

    private static boolean isOnTheSpot(Actor actor, Demand demand) {
        return actor.duty() == DutyKind.GRID_WORKER
                && actor.scope().holds(demand.origin().region());
    }

    private Outcome<Demand> onlyTheResponsible(Actor actor, Demand demand) {
        return isResponsible(actor, demand)
                ? Outcome.done(demand)
                : Outcome.refused(DemandRefusal.ONLY_THE_RESPONSIBLE, nameOf(demand.node()));
    }

    private Outcome<Demand> onlyThoseAtIt(Actor actor, Demand demand) {
        return isHandler(actor, demand) ? Outcome.done(demand) : onlyTheResponsible(actor, demand);
    }

    /** Officers of a street or district decide for their office; in a community it is the secretary. */
    private Outcome<Demand> onlyALead(Actor actor, Demand demand) {
        return actor.duty() == DutyKind.COMMUNITY_CLERK
                ? Outcome.refused(DemandRefusal.ONLY_A_LEAD, nameOf(demand.node()))
                : Outcome.done(demand);
    }

    private Outcome<Demand> onlyTheHandler(Actor actor, Demand demand) {
        return isHandler(actor, demand)
                ? Outcome.done(demand)
                : demand.departmentId() == null && demand.handlerId() == null
                        ? Outcome.refused(DemandRefusal.NOT_GIVEN_TO_ANYONE)
                        : Outcome.refused(DemandRefusal.ONLY_THE_HANDLER, handlerName(demand));
    }

    private Outcome<Demand> onlySomeoneElse(Actor actor, Demand demand) {
        return actor.standsFor(demand.handlerId())
                ? Outcome.refused(DemandRefusal.ONLY_SOMEONE_ELSE)
                : Outcome.done(demand);
    }

    private Outcome<Demand> onlyFromAbove(Demand demand) {
        return superior(demand.node())
                .<Outcome<Demand>>map(above -> Outcome.refused(DemandRefusal.ONLY_FROM_ABOVE, above.name()))
                .orElseGet(() -> Outcome.refused(DemandRefusal.TOP_OF_THE_AXIS));
    }

    private Outcome<Demand> notInTransfer(Situation situation) {
        return situation.transfer() == null
                ? Outcome.done(situation.demand())
                : Outcome.refused(
                        DemandRefusal.TRANSFER_UNDER_WAY,
                        nameOf(situation.transfer().toNode()));
    }

    private Outcome<Demand> onlyTheReceiver(Actor actor, Situation situation) {
        if (situation.transfer() == null) {
            return Outcome.refused(DemandRefusal.NO_TRANSFER);
        }
        RegionCode receiver = situation.transfer().toNode();
        return actor.departmentId() == null && actor.node().equals(receiver)
                ? Outcome.done(situation.demand())
                : Outcome.refused(DemandRefusal.ONLY_THE_RECEIVER, nameOf(receiver));
    }

    private Outcome<Demand> onlyTheApprover(Actor actor, Situation situation) {
        if (situation.extension() == null) {
            return Outcome.refused(DemandRefusal.NO_EXTENSION);
        }
        RegionCode approver = approverOf(situation.demand());
        if (actor.departmentId() != null || !actor.node().equals(approver)) {
            return Outcome.refused(DemandRefusal.ONLY_FROM_ABOVE, nameOf(approver));
        }
        return actor.standsFor(situation.extension().askedBy())
                ? Outcome.refused(DemandRefusal.ONLY_SOMEONE_ELSE)
                : Outcome.done(situation.demand());
    }

    private Outcome<Demand> mayUrge(Actor actor, Demand demand) {
        if (isAbove(actor, demand)) {
            return Outcome.done(demand);
        }
        return onlyTheResponsible(actor, demand)
                .unless(_ -> demand.departmentId() == null && demand.handlerId() == null
                        ? Outcome.refused(DemandRefusal.NOBODY_TO_URGE)
                        : Outcome.done(demand));
    }

    private String handlerName(Demand demand) {
        if (demand.handlerId() != null) {
            return accounts.name(demand.handlerId()).orElse("");
        }
        return demand.departmentId() == null
                ? nameOf(demand.node())
                : accounts.department(demand.departmentId())
                        .map(AccountLookup.Department::name)
                        .orElse("");
    }

    /** The order of things, tried without doing it. */
    private Outcome<Demand> isTime(DemandVerb verb, Situation situation, Instant now) {
        Demand demand = situation.demand();
        return switch (verb) {
            case ACCEPT -> demand.accept(now, null);
            case RETURN ->
                demand.isGiven()
                        ? demand.giveBackToResponsible(now)
                        : demand.giveBackTo(demand.node(), now)
                                .unless(_ -> superior(demand.node()).isPresent()
                                        ? Outcome.done(demand)
                                        : Outcome.refused(DemandRefusal.NOWHERE_TO_RETURN));
            case DECLINE -> demand.decline(now, "", null);
            case ASSIGN -> demand.assign(now, demand.departmentId(), demand.handlerId());
            case TAKE_UP -> demand.takeUp(now, demand.handlerId());
            case NOTE_PROGRESS -> demand.noteProgress();
            case PASS_UP ->
                demand.inHand()
                        .unless(_ -> superior(demand.node()).isPresent()
                                ? Outcome.done(demand)
                                : Outcome.refused(DemandRefusal.TOP_OF_THE_AXIS));
            case SEND_DOWN ->
                demand.inHand()
                        .unless(_ -> !demand.node().equals(demand.origin().region())
                                        && regions.get(demand.node()).level() < 5
                                ? Outcome.done(demand)
                                : Outcome.refused(DemandRefusal.TARGET_NOT_BELOW));
            case SUSPEND -> {
                var today = java.time.LocalDate.ofInstant(now, org.gongzhi.kernel.Time.ZONE);
                yield demand.suspend(now, today, today.plusDays(1), "", "");
            }
            case CALL_OUT -> demand.inHand();
            case RESUME -> demand.resume(now);
            case ASK_EXTENSION ->
                demand.in(DemandStatus.ACCEPTED, DemandStatus.ASSIGNED, DemandStatus.HANDLING)
                        ? Outcome.done(demand)
                        : demand.askExtension(now, now);
            case SUPERVISE -> demand.supervise(now);
            case URGE -> demand.urge(now);
            case ASK_VERIFICATION -> demand.askVerification(now);
            case VERIFY -> demand.verify(now, true);
            case CLOSE -> demand.close(now);
            case CALL_BACK ->
                situation.hasBeenJudged() ? Outcome.refused(DemandRefusal.JUDGED_ALREADY) : demand.settle(now);
            case REOPEN -> demand.reopen(now, demand.clock().ruleId(), now, now);
            case MERGE ->
                demand.status().isOpen()
                        ? demand.marks().openCalls() == 0
                                ? Outcome.done(demand)
                                : Outcome.refused(DemandRefusal.CALLED_STILL_AT_WORK)
                        : Outcome.refused(DemandRefusal.ALREADY_ENDED);
            case UNMERGE -> DemandDraft.Stood.of(demand, List.of()).again(demand, true, now);
            case RECEIVE_TRANSFER, RETURN_TRANSFER -> demand.receiveAt(demand.node(), now);
            case DECIDE_EXTENSION -> demand.extend(now, now, now);
            case RAISE, JUDGE, JOIN, ADD_WORDS, RESPOND_TO_CALL, REDACT, CORRECT, ESCALATE, FILE ->
                Outcome.refused(DemandRefusal.YOU_ONLY_LOOK);
        };
    }
}
