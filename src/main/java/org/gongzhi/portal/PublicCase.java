package org.gongzhi.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.file.Files;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.portal.FollowUps.Holder;
import org.gongzhi.portal.PublicQueries.ToldRow;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.privacy.PublicTitle;
import org.gongzhi.question.Answered;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A matter as whoever holds its code reads it: plain words only, no names and no phones of anyone. A joiner sees less than the one who raised it. */
@Component
class PublicCase {

    record Page(
            String number,
            String title,
            @Nullable String words,
            List<Answered.Told> answers,
            boolean isRaiser,
            Instant raisedAt,
            int joiners,
            @OneOf(codes = DemandStatus.class) String status,
            Instant dueAt,
            String dueInWords,
            List<Step> steps,
            May may,
            @Nullable Judgement judgement,
            List<Look> looks,
            List<FileLink> files) {}

    record Step(Instant at, String text) {}

    record May(boolean add, boolean judge, boolean reopen) {}

    record Judgement(Instant at, boolean solved, @Nullable String satisfaction) {}

    record Look(Instant at, String purpose) {}

    record FileLink(UUID id, String name, boolean isImage) {}

    private final DemandLookup demands;
    private final PublicQueries queries;
    private final Contacts contacts;
    private final Files files;
    private final Todos todos;
    private final Transactions transactions;
    private final Clock clock;

    PublicCase(
            DemandLookup demands,
            PublicQueries queries,
            Contacts contacts,
            Files files,
            Todos todos,
            Transactions transactions,
            Clock clock) {
        this.demands = demands;
        this.queries = queries;
        this.contacts = contacts;
        this.files = files;
        this.todos = todos;
        this.transactions = transactions;
        this.clock = clock;
    }

    Outcome<Page> read(Holder holder) {
        return transactions.read(
                holder.resident(),
                () -> demands.find(holder.opened().demand())
                        .<Outcome<Page>>map(demand ->
                                Outcome.done(page(demand, holder.opened().isRaiser())))
                        .orElseGet(() -> Outcome.refused(PublicRefusal.CODE_UNKNOWN)));
    }

    /** A picture of the matter; empty for any other file. */
    Optional<Files.Content> file(Holder holder, UUID id) {
        return transactions.read(
                holder.resident(),
                () -> shown(holder.opened().demand().value(), holder.opened().isRaiser())
                                .contains(id)
                        ? files.open(id)
                        : Optional.empty());
    }

    private Page page(Demand demand, boolean isRaiser) {
        UUID id = demand.id().value();
        boolean mayJudge = isRaiser && demand.mayBeJudged(Time.now(clock));
        boolean mayAdd = isRaiser && demand.mayBeAddedTo();
        return new Page(
                demand.origin().number(),
                isRaiser ? demand.origin().title() : publicTitle(demand),
                isRaiser ? demand.origin().words() : null,
                isRaiser ? Answered.told(queries.answers(demand.id())) : List.of(),
                isRaiser,
                demand.origin().raisedAt(),
                demand.marks().joinerCount(),
                demand.status().code(),
                demand.clock().dueAt(),
                todos.inWords(demand.clock().ruleId()),
                steps(id, isRaiser),
                new May(mayAdd, mayJudge, mayJudge),
                isRaiser ? judgement(id) : null,
                isRaiser ? looks(demand.origin().contactId()) : List.of(),
                shown(id, isRaiser).stream()
                        .flatMap(file -> files.describe(file).stream())
                        .map(file -> new FileLink(file.id(), file.name(), file.isImage()))
                        .toList());
    }

    static String publicTitle(Demand demand) {
        return demand.publicTitle() == null ? PublicTitle.of(demand.origin().title()) : demand.publicTitle();
    }

    /** What the raiser added is theirs; a joiner reads what was done. */
    private List<Step> steps(UUID id, boolean isRaiser) {
        return queries.told(id).stream()
                .filter(step -> isRaiser || !isTheRaisers(step))
                .map(step -> new Step(step.at(), step.words()))
                .toList();
    }

    private static boolean isTheRaisers(ToldRow step) {
        return step.verb().equals(DemandVerb.ADD_WORDS.code()) || step.verb().equals(DemandVerb.JUDGE.code());
    }

    private @Nullable Judgement judgement(UUID id) {
        return queries.judgement(id)
                .map(given -> new Judgement(given.at(), given.isSolved(), given.satisfaction()))
                .orElse(null);
    }

    private List<Look> looks(@Nullable UUID contact) {
        return contact == null
                ? List.of()
                : contacts.looks(contact).stream()
                        .map(look -> new Look(look.at(), look.purpose()))
                        .toList();
    }

    /** What the raiser sent, and what came with words meant for them: for them alone. */
    private List<UUID> shown(UUID demand, boolean isRaiser) {
        return isRaiser ? queries.files(demand) : List.of();
    }
}
