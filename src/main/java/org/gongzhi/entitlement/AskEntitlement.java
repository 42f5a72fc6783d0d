package org.gongzhi.entitlement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.redaction.SealedTexts;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a request: it waits for whoever answers for the case, by a time. What was asked in words is sealed from the beginning. */
@Component
class AskEntitlement {

    static final String ANSWER = "answer_entitlement";
    static final String ASKED = "asked";

    private static final int LONGEST = 500;

    private final Transactions transactions;
    private final DemandLookup.Joint demands;
    private final Entitlements entitlements;
    private final SealedTexts texts;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    AskEntitlement(
            Transactions transactions,
            DemandLookup.Joint demands,
            Entitlements entitlements,
            SealedTexts texts,
            Todos todos,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.entitlements = entitlements;
        this.texts = texts;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The case is held meanwhile, so that no night takes people out of it between looking and asking.
     *
     * @param resident whoever holds the code of the one who raised it
     */
    Outcome<Entitlement> ask(Actor resident, DemandId id, @Nullable String kind, @Nullable String typed) {
        String words = Words.tidy(typed);
        return EntitlementKind.of(kind)
                .<Outcome<EntitlementKind>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("kind", EntitlementRefusal.KIND_MISSING))
                .unless(wanted -> wanted == EntitlementKind.CORRECT && words.isEmpty()
                        ? Outcome.invalid("words", EntitlementRefusal.WORDS_MISSING)
                        : Outcome.done(wanted))
                .unless(wanted -> words.codePointCount(0, words.length()) > LONGEST
                        ? Outcome.invalid("words", EntitlementRefusal.WORDS_TOO_LONG, LONGEST)
                        : Outcome.done(wanted))
                .then(wanted -> transactions.write(
                        resident,
                        () -> demands.hold(id)
                                .map(DemandLookup.Called::demand)
                                .unless(_ -> entitlements.isNameless(id.value())
                                        ? Outcome.refused(EntitlementRefusal.NOTHING_LEFT)
                                        : Outcome.done(id))
                                .unless(_ -> wanted == EntitlementKind.DELETE && isErased(id)
                                        ? Outcome.refused(EntitlementRefusal.DELETED_ALREADY)
                                        : Outcome.done(id))
                                .then(demand -> asked(resident, demand, wanted, words))));
    }

    private boolean isErased(DemandId id) {
        return entitlements.ofCase(id.value()).stream()
                .anyMatch(each -> each.kind() == EntitlementKind.DELETE && each.isGranted());
    }

    private Outcome<Entitlement> asked(Actor resident, Demand demand, EntitlementKind kind, String words) {
        Instant now = Time.now(clock);
        UUID subject = demand.id().value();
        Due due = todos.due(demand.origin().region(), Entitlement.SUBJECT, ANSWER, "*", now);
        var asked = new Entitlement(
                Ids.next(),
                subject,
                demand.origin().region(),
                demand.node(),
                kind,
                now,
                due.dueAt(),
                due.warnAt(),
                null);
        if (!entitlements.add(asked)) {
            return Outcome.refused(EntitlementRefusal.ASKED_ALREADY);
        }
        if (!words.isEmpty()) {
            texts.keep(subject, asked.region(), ASKED, asked.id(), words);
        }
        todos.open(resident, todo(asked, demand, asked.node(), "", due, now));
        audit.record(
                resident,
                "entitlement.ask",
                Entitlement.SUBJECT,
                asked.id(),
                asked.region(),
                null,
                Map.of("kind", kind.code(), "demand", subject),
                null);
        return Outcome.done(asked);
    }

    /** @param node which must answer */
    static NewTodo todo(Entitlement asked, Demand demand, RegionCode node, String note, Due due, Instant now) {
        return new NewTodo(
                Entitlement.SUBJECT,
                asked.id(),
                ANSWER,
                asked.region(),
                node,
                null,
                null,
                demand.origin().kindCode(),
                "个人信息请求：" + asked.kind().inRecords() + "（" + demand.origin().number() + "）",
                note,
                now,
                due.dueAt(),
                due.warnAt());
    }
}
