package org.gongzhi.demand;

import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Up and down the axis: 上报 with a reason, 下派, and the other side's answer. Whoever heard it first stays responsible until the other side has received it
 * (北京市接诉即办工作条例 2021).
 */
@Component
class TransferDemand {

    private static final int MOST_WORDS = 500;

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandSteps steps;
    private final DemandPermissions permissions;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;
    private final RegionLookup regions;

    TransferDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandSteps steps,
            DemandPermissions permissions,
            DemandDictionary dictionary,
            DemandTodos todos,
            RegionLookup regions) {
        this.transactions = transactions;
        this.changes = changes;
        this.steps = steps;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.todos = todos;
        this.regions = regions;
    }

    Outcome<Receipt> passUp(Actor actor, DemandId id, int version, String reason, @Nullable String words) {
        return Note.checked(words, "words", MOST_WORDS, true)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "pass_up", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.PASS_UP,
                                        (situation, now) ->
                                                situation.demand().inHand().unless(demand -> above(demand)),
                                        (before, after, now) -> {
                                            RegionCode to = above(before).orThrow();
                                            steps.offer(before, actor, "up", to, reason, said, now);
                                            todos.open(actor, after, "receive", to, "上报：" + listed.name(), now);
                                            String name = permissions.nameOf(to);
                                            return Note.of(said)
                                                    .because(reason)
                                                    .to(name)
                                                    .says("已上报" + name + "，等待接收");
                                        }))));
    }

    Outcome<Receipt> sendDown(Actor actor, DemandId id, int version, RegionCode to, @Nullable String words) {
        return Note.checked(words, "words", MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.SEND_DOWN,
                        (situation, now) -> situation.demand().inHand().unless(demand -> below(demand, to)),
                        (before, after, now) -> {
                            steps.offer(before, actor, "down", to, null, said, now);
                            todos.open(actor, after, "receive", to, "下派：" + said, now);
                            String name = permissions.nameOf(to);
                            return Note.of(said).to(name).says("已交" + name + "办理，等待接收");
                        }));
    }

    /** Responsibility passes with this, and not before. */
    Outcome<Receipt> receive(Actor actor, DemandId id, int version) {
        return changes.change(
                actor,
                id,
                version,
                DemandVerb.RECEIVE_TRANSFER,
                (situation, now) -> situation.demand().receiveAt(actor.node(), now),
                (before, after, now) -> {
                    steps.endTransfer(id, "received", null, now);
                    steps.withdrawPending(id, now);
                    todos.settle(actor, after);
                    if (before.clock().pausedAt() != null) {
                        throw new IllegalStateException("a suspended demand has no open transfer");
                    }
                    todos.open(actor, after, "assign", after.node(), "", now);
                    String name = permissions.nameOf(after.node());
                    return Note.of("").to(name).says(name + "已接手");
                });
    }

    Outcome<Receipt> giveBack(Actor actor, DemandId id, int version, @Nullable String words) {
        return Note.checked(words, "words", MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.RETURN_TRANSFER,
                        (situation, now) -> Outcome.done(situation.demand()),
                        (before, after, now) -> {
                            steps.endTransfer(id, "returned", said, now);
                            todos.settle(actor, after, "receive");
                            String name = permissions.nameOf(after.node());
                            todos.all().retitle(DemandId.SUBJECT, id.value(), actor.nodeName() + "退回：" + said);
                            return Note.of(said).to(name).says("仍由" + name + "办理");
                        }));
    }

    private Outcome<RegionCode> above(Demand demand) {
        return permissions
                .superior(demand.node())
                .<Outcome<RegionCode>>map(region -> Outcome.done(region.code()))
                .orElseGet(() -> Outcome.refused(DemandRefusal.TOP_OF_THE_AXIS));
    }

    private Outcome<RegionCode> below(Demand demand, RegionCode to) {
        boolean fits = !to.equals(demand.node())
                && regions.find(to).isPresent()
                && regions.isWithin(to, demand.node())
                && regions.isWithin(demand.origin().region(), to)
                && regions.get(to).level() <= 5;
        return fits ? Outcome.done(to) : Outcome.invalid("nodeCode", DemandRefusal.TARGET_NOT_BELOW);
    }
}
