package org.gongzhi.entitlement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.redaction.SealedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The residents' side: what whoever raised a case asks about what is stored of them, by their code. */
@Component
public class ResidentEntitlements {

    private final AskEntitlement ask;
    private final Entitlements entitlements;
    private final PersonalRecords records;
    private final DemandLookup demands;
    private final SealedTexts texts;
    private final Transactions transactions;

    ResidentEntitlements(
            AskEntitlement ask,
            Entitlements entitlements,
            PersonalRecords records,
            DemandLookup demands,
            SealedTexts texts,
            Transactions transactions) {
        this.ask = ask;
        this.entitlements = entitlements;
        this.records = records;
        this.demands = demands;
        this.texts = texts;
        this.transactions = transactions;
    }

    /**
     * One request as its sender reads it.
     *
     * @param granted null while it waits
     * @param ground why it was refused
     * @param answer words for the sender
     */
    public record Asked(
            EntitlementKind kind,
            Instant askedAt,
            Instant dueAt,
            @Nullable String words,
            @Nullable Instant answeredAt,
            @Nullable String answerer,
            @Nullable Boolean granted,
            @Nullable EntitlementGround ground,
            @Nullable String answer) {}

    /**
     * All requests, latest first, and what is shown by those that were granted.
     *
     * @param record null until access or a copy is granted
     */
    public record Standing(List<Asked> asked, @Nullable PersonalRecord record, boolean mayCopy) {}

    public Outcome<Asked> ask(Actor resident, DemandId id, @Nullable String kind, @Nullable String words) {
        return ask.ask(resident, id, kind, words).map(this::told);
    }

    public Standing standing(Actor resident, DemandId id) {
        return transactions.read(resident, () -> {
            List<Entitlement> all = entitlements.ofCase(id.value());
            boolean maySee = all.stream().anyMatch(each -> each.isGranted() && shows(each));
            return new Standing(
                    all.stream().map(this::told).toList(),
                    maySee ? demands.find(id).map(records::of).orElse(null) : null,
                    mayCopy(all));
        });
    }

    /** A copy to take away, once it was granted. */
    public Outcome<PersonalRecord> copy(Actor resident, DemandId id) {
        return transactions.read(resident, () -> {
            Optional<PersonalRecord> copy =
                    mayCopy(entitlements.ofCase(id.value())) ? demands.find(id).map(records::of) : Optional.empty();
            return copy.<Outcome<PersonalRecord>>map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(EntitlementRefusal.NOT_GRANTED_YET));
        });
    }

    private static boolean shows(Entitlement asked) {
        return asked.kind() == EntitlementKind.ACCESS || asked.kind() == EntitlementKind.COPY;
    }

    private static boolean mayCopy(List<Entitlement> all) {
        return all.stream().anyMatch(each -> each.isGranted() && each.kind() == EntitlementKind.COPY);
    }

    private Asked told(Entitlement asked) {
        Entitlement.Answer answer = asked.answer();
        return new Asked(
                asked.kind(),
                asked.askedAt(),
                asked.dueAt(),
                texts.find(AskEntitlement.ASKED, asked.id()).orElse(null),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.isGranted(),
                answer == null ? null : answer.ground(),
                texts.find(AnswerEntitlement.ANSWERED, asked.id()).orElse(null));
    }
}
