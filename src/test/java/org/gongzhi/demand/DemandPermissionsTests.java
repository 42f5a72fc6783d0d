package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A screen never offers what would be refused and never withholds what would be done: at every station, for everybody, each verb is really tried. */
class DemandPermissionsTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private static final DemandId target = world.acceptedIn(DemandWorld.COMMUNITY);

    @Test
    void theButtonsAndTheVerbsAgreeAtEveryStationForEverybody() {
        Map<String, Supplier<DemandId>> stations = new LinkedHashMap<>();
        stations.put("raised", () -> world.raisedIn(DemandWorld.GRID));
        stations.put("accepted", () -> world.acceptedIn(DemandWorld.GRID));
        stations.put("assigned to a department", () -> world.assignedTo(world.heating));
        stations.put("assigned to a colleague", () -> world.assignedTo(world.clerk));
        stations.put("handled by a department", () -> world.handledBy(world.heating));
        stations.put("handled by a grid worker", () -> world.handledBy(world.gridWorker));
        stations.put("handled by oneself", () -> world.handledBy(world.secretary));
        stations.put("to be verified", world::toBeVerified);
        stations.put("verified", world::verified);
        stations.put("closed", world::closed);
        stations.put("settled", world::settled);
        stations.put("declined", world::declined);
        stations.put("suspended", world::suspended);
        stations.put("offered up", world::offeredUp);
        stations.put("at the street", world::atTheStreet);
        stations.put("asked to extend", world::askedToExtend);
        List<String> disagreements = new ArrayList<>();
        int allowed = 0;
        for (var station : stations.entrySet()) {
            DemandId id = station.getValue().get();
            for (Actor actor : world.staff()) {
                // The second of two alike adds nothing here.
                if (actor.equals(world.otherClerk) || actor.equals(world.colleagueAtHeating) || !sees(actor, id)) {
                    continue;
                }
                var answers = world.transactions()
                        .read(
                                actor,
                                () -> world.bean(DemandPermissions.class)
                                        .answers(
                                                actor,
                                                world.bean(DemandChanges.class).situation(seen(id)),
                                                Time.now(world.clock)));
                for (DemandLookup.Answer answer : answers) {
                    Outcome<?> tried = tryAndForget(actor, id, answer.verb());
                    if (tried.isDone() != answer.isAllowed()) {
                        disagreements.add(station.getKey() + ", " + actor.name() + ", " + answer.verb() + ": "
                                + (answer.isAllowed() ? "offered but " + tried : "withheld: " + answer.why()));
                    }
                    allowed += tried.isDone() ? 1 : 0;
                }
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(allowed).isGreaterThan(100);
    }

    private static boolean sees(Actor actor, DemandId id) {
        return world.transactions()
                .read(actor, () -> world.bean(Demands.class).find(id).isPresent());
    }

    private static Demand seen(DemandId id) {
        return world.bean(Demands.class).find(id).orElseThrow();
    }

    /** Done for real, then rolled back, so that the next one finds the same station. */
    private static Outcome<?> tryAndForget(Actor actor, DemandId id, DemandVerb verb) {
        Demand demand = world.now(id);
        List<Outcome<?>> kept = new ArrayList<>();
        world.transactions().write(actor, () -> {
            kept.add(attempt(actor, id, demand, verb));
            return Outcome.refused(DemandRefusal.UNKNOWN);
        });
        return kept.getFirst();
    }

    private static Outcome<?> attempt(Actor actor, DemandId id, Demand demand, DemandVerb verb) {
        int version = demand.version();
        return switch (verb) {
            case ACCEPT -> world.bean(AcceptDemand.class).accept(actor, id, version, null, null);
            case RETURN -> world.bean(AcceptDemand.class).giveBack(actor, id, version, "wrong_place", "");
            case DECLINE -> world.bean(AcceptDemand.class).decline(actor, id, version, "in_court", "");
            case ASSIGN -> world.bean(AssignDemand.class).assign(actor, id, version, null, actor.accountId(), "");
            case TAKE_UP -> world.bean(HandleDemand.class).takeUp(actor, id, version);
            case NOTE_PROGRESS -> world.bean(HandleDemand.class).noteProgress(actor, id, "看过了", null, List.of());
            case PASS_UP -> world.bean(TransferDemand.class).passUp(actor, id, version, "beyond_power", "请协调");
            case SEND_DOWN ->
                world.bean(TransferDemand.class).sendDown(actor, id, version, DemandWorld.COMMUNITY, "请办理");
            case RECEIVE_TRANSFER -> world.bean(TransferDemand.class).receive(actor, id, version);
            case RETURN_TRANSFER -> world.bean(TransferDemand.class).giveBack(actor, id, version, "请先核实");
            case SUSPEND ->
                world.bean(SuspendDemand.class)
                        .suspend(
                                actor,
                                id,
                                version,
                                "season",
                                "等条件",
                                world.today().plusDays(5));
            case RESUME -> world.bean(SuspendDemand.class).resume(actor, id, version);
            case ASK_EXTENSION ->
                world.bean(ExtendDemand.class)
                        .ask(actor, id, version, demand.clock().dueAt().plus(Duration.ofDays(2)), "parts", "等配件");
            case DECIDE_EXTENSION -> world.bean(ExtendDemand.class).decide(actor, id, version, true, "");
            case MERGE -> world.bean(JoinDemand.class).merge(actor, id, version, target.value());
            case UNMERGE -> world.bean(JoinDemand.class).unmerge(actor, id, version, "不是一件事");
            case SUPERVISE -> world.bean(PressDemand.class).supervise(actor, id, version, "请抓紧");
            case URGE -> world.bean(PressDemand.class).urge(actor, id, version, "due_soon", "");
            case ASK_VERIFICATION ->
                world.bean(HandleDemand.class).askVerification(actor, id, version, "办好了", null, List.of());
            case VERIFY -> world.bean(VerifyDemand.class).verify(actor, id, version, true, "");
            case CLOSE -> world.bean(VerifyDemand.class).close(actor, id, version, "", "办好了");
            case CALL_BACK -> world.bean(CallBackDemand.class).callBack(actor, id, version, DemandWorld.answer(true));
            case REOPEN -> world.bean(CallBackDemand.class).reopen(actor, id, version, "又坏了");
            case CALL_OUT ->
                world.bean(DemandLookup.Joint.class)
                        .callOut(actor, id, version, "call_emergency", "请一起办", List.of(), List.of("物业"));
            case RAISE, JUDGE, JOIN, ADD_WORDS, RESPOND_TO_CALL, REDACT, CORRECT, ESCALATE, FILE ->
                throw new IllegalArgumentException(verb.code());
        };
    }
}
