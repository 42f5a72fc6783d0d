package org.gongzhi.demand;

import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.PublicTitle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first decision: 受理, 退回 (not ours), or 不予受理 with a reason and where to go instead. */
@Component
class AcceptDemand {

    private static final int MOST_WORDS = 500;
    private static final int MOST_TITLE = 80;

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandSteps steps;
    private final DemandPermissions permissions;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;

    AcceptDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandSteps steps,
            DemandPermissions permissions,
            DemandDictionary dictionary,
            DemandTodos todos) {
        this.transactions = transactions;
        this.changes = changes;
        this.steps = steps;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.todos = todos;
    }

    /**
     * Takes the matter on.
     *
     * @param publish shown in the public window; null: as its kind says
     * @param publicTitle as shown there; null: cut from the title to building level
     */
    Outcome<Receipt> accept(
            Actor actor, DemandId id, int version, @Nullable Boolean publish, @Nullable String publicTitle) {
        return Note.checked(publicTitle, "publicTitle", MOST_TITLE, false)
                .then(title -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.ACCEPT,
                        (situation, now) ->
                                situation.demand().accept(now, publishAs(situation.demand(), publish, title)),
                        (before, after, now) -> {
                            todos.settle(actor, after, "accept");
                            todos.open(actor, after, "assign", after.node(), "", now);
                            return Note.of("").says(permissions.nameOf(after.node()) + "已受理");
                        }));
    }

    /** Before acceptance: up to the node above, which finds whose it is. By whoever it was given to: back to the responsible node. */
    Outcome<Receipt> giveBack(Actor actor, DemandId id, int version, String reason, @Nullable String words) {
        return Note.checked(words, "words", MOST_WORDS, false)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "return", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.RETURN,
                                        (situation, now) -> {
                                            Demand demand = situation.demand();
                                            if (!demand.in(DemandStatus.RAISED)) {
                                                return demand.isGiven()
                                                        ? demand.giveBackToResponsible(now)
                                                        : demand.giveBackTo(demand.node(), now);
                                            }
                                            return permissions
                                                    .superior(demand.node())
                                                    .map(above -> demand.giveBackTo(above.code(), now))
                                                    .orElseGet(() -> Outcome.refused(DemandRefusal.NOWHERE_TO_RETURN));
                                        },
                                        (before, after, now) -> {
                                            String to = permissions.nameOf(after.node());
                                            if (before.in(DemandStatus.RAISED)) {
                                                todos.settle(actor, after, "accept");
                                                todos.open(
                                                        actor,
                                                        after,
                                                        "accept",
                                                        after.node(),
                                                        "退回：" + listed.name(),
                                                        now);
                                                return Note.of(said)
                                                        .because(reason)
                                                        .to(to)
                                                        .says("已转给" + to + "处理");
                                            }
                                            todos.settle(actor, after, "take_up");
                                            todos.open(
                                                    actor, after, "assign", after.node(), "退回：" + listed.name(), now);
                                            return Note.of(said).because(reason).to(to);
                                        }))));
    }

    Outcome<Receipt> decline(Actor actor, DemandId id, int version, String reason, @Nullable String words) {
        return Note.checked(words, "words", MOST_WORDS, false)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "decline", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.DECLINE,
                                        (situation, now) -> situation.demand().decline(now, reason, said),
                                        (before, after, now) -> {
                                            todos.settle(actor, after);
                                            steps.withdrawPending(after.id(), now);
                                            String instead = listed.instead() == null ? "" : "可以找：" + listed.instead();
                                            return Note.of(said)
                                                    .because(reason)
                                                    .says("没有受理：" + listed.name() + "。"
                                                            + (said.isEmpty() ? "" : said + "。") + instead);
                                        }))));
    }

    private @Nullable String publishAs(Demand demand, @Nullable Boolean publish, String title) {
        boolean isShown = publish != null
                ? publish
                : dictionary
                        .kind(demand.origin().kindCode(), demand.origin().region())
                        .map(DemandDictionary.Kind::isPublic)
                        .orElseGet(() -> false);
        // Whatever staff wrote is cut as well: a door number typed by habit must not reach the window.
        return isShown ? PublicTitle.of(title.isEmpty() ? demand.origin().title() : title) : null;
    }
}
