package org.gongzhi.demand;

import java.util.List;
import org.gongzhi.demand.DemandChanges.Leg;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 核查 and 办结, both by the responsible node: closed says that we have done our part, never that it is solved. */
@Component
class VerifyDemand {

    private final DemandChanges changes;
    private final DemandSteps steps;
    private final DemandTodos todos;

    VerifyDemand(DemandChanges changes, DemandSteps steps, DemandTodos todos) {
        this.changes = changes;
        this.steps = steps;
        this.todos = todos;
    }

    /** Not passed: back to the handler, on the clock that never stopped. */
    Outcome<Receipt> verify(Actor actor, DemandId id, int version, boolean passed, @Nullable String words) {
        return Note.checked(words, "words", 500, !passed)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.VERIFY,
                        (situation, now) -> situation.demand().verify(now, passed),
                        (before, after, now) -> {
                            todos.settle(actor, after, "verify");
                            if (passed) {
                                todos.open(actor, after, "close", after.node(), "核查通过", now);
                                return passed(said);
                            }
                            todos.openForHandler(actor, after, "handle", "核查没有通过：" + said, now);
                            return Note.of(said).says("经核查，还没有办好，继续办理");
                        }));
    }

    /** 核查通过并办结: who has looked and found it done need not come back to close it. Two steps, one after the other. */
    Outcome<Receipt> verifyAndClose(
            Actor actor,
            DemandId id,
            int version,
            boolean passed,
            @Nullable String words,
            @Nullable String publicWords) {
        if (!passed) {
            return Outcome.invalid("close", DemandRefusal.NOT_PASSED_STAYS_OPEN);
        }
        return Note.checked(words, "words", 500, false)
                .then(said -> Note.checked(publicWords, "publicWords", 500, true)
                        .then(plain -> changes.changeInTurn(
                                actor,
                                id,
                                version,
                                _ -> List.of(
                                        new Leg(
                                                DemandVerb.VERIFY,
                                                (situation, now) ->
                                                        situation.demand().verify(now, true),
                                                (_, _, _) -> passed(said)),
                                        closed(actor, "", plain)))));
    }

    Outcome<Receipt> close(
            Actor actor, DemandId id, int version, @Nullable String words, @Nullable String publicWords) {
        return Note.checked(words, "words", 2000, false)
                .then(said -> Note.checked(publicWords, "publicWords", 500, true)
                        .then(plain ->
                                changes.changeInTurn(actor, id, version, _ -> List.of(closed(actor, said, plain)))));
    }

    private static Note passed(String words) {
        return Note.of(words).says("经核查，已经办好");
    }

    private Leg closed(Actor actor, String words, String plain) {
        return new Leg(DemandVerb.CLOSE, (situation, now) -> situation.demand().close(now), (before, after, now) -> {
            steps.withdrawPending(after.id(), now);
            todos.settle(actor, after);
            // Without a contact there is nobody to call: their code lets them speak, and the clock files it.
            if (after.origin().contactId() != null || after.origin().registeredBy() != null) {
                todos.open(actor, after, "call_back", after.node(), "已办结，待回访", now);
            }
            return Note.of(words).says("办理结果：" + plain);
        });
    }
}
