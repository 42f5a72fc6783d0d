package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.file.Files;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.question.Answered;
import org.gongzhi.question.TakeAnswers;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionRefusal;
import org.gongzhi.todo.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A need is heard: from a resident without an account, or written down by staff in the resident's own words. */
@Component
class RaiseDemand {

    static final int MOST_WORDS = 2000;
    static final int MOST_FILES = 3;
    private static final int MOST_PLACE = 120;
    private static final int MOST_TITLE = 80;

    private static final Set<String> STAFF_CHANNELS =
            Set.of("phone", "visit_in", "walk_visit", "meeting", "hotline", "representative", "online");

    /**
     * What was said. {@code region} is a community or a grid; blank texts are absent.
     *
     * @param answers to what is asked of the kind besides, by the question's code
     */
    record Said(
            RegionCode region,
            String kind,
            String channel,
            String words,
            @Nullable String title,
            @Nullable String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean isAnonymous,
            @Nullable String name,
            @Nullable String phone,
            List<UUID> files,
            Map<String, List<String>> answers) {}

    record Heard(UUID id, String number, int version, String status, Instant dueAt, String dueInWords) {}

    private final Transactions transactions;
    private final Demands demands;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;
    private final RegionLookup regions;
    private final Contacts contacts;
    private final Files files;
    private final TakeAnswers answers;
    private final Clock clock;

    RaiseDemand(
            Transactions transactions,
            Demands demands,
            DemandChanges changes,
            DemandPermissions permissions,
            DemandDictionary dictionary,
            DemandTodos todos,
            RegionLookup regions,
            Contacts contacts,
            Files files,
            TakeAnswers answers,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.changes = changes;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.todos = todos;
        this.regions = regions;
        this.contacts = contacts;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    /** By a resident; {@code codeDigest} is what their follow-up code will be found by. */
    Outcome<Heard> raise(Actor resident, Said said, byte[] codeDigest) {
        return transactions.write(
                resident,
                () -> hear(resident, said).map(demand -> {
                    demands.addCode(codeDigest, demand, null, demand.origin().raisedAt());
                    return heard(demand);
                }));
    }

    /** By staff, for someone who came, called, or was met. */
    Outcome<Heard> register(Actor actor, Said said) {
        if (!STAFF_CHANNELS.contains(said.channel())) {
            return Outcome.invalid("channel", DemandRefusal.CHANNEL_UNKNOWN);
        }
        return transactions.write(actor, () -> hear(actor, said).map(this::heard));
    }

    private Outcome<Demand> hear(Actor actor, Said raw) {
        Said said = tidy(raw);
        return permissions
                .mayRaise(actor, said.region(), said.kind())
                .then(_ -> valid(said))
                .then(_ -> servedRegion(said.region()))
                .unless(_ -> files.attach(actor, said.files())
                        ? Outcome.done(said)
                        : Outcome.invalid("fileIds", DemandRefusal.FILE_NOT_YOURS))
                .then(region -> dictionary
                        .kind(said.kind(), said.region())
                        .then(kind -> answers.take(said.region(), kind.code(), said.answers())
                                .then(answered -> contact(said).map(contact -> {
                                    Instant now = Time.now(clock);
                                    Demand demand = newDemand(actor, said, region, kind, contact.orElse(null), now);
                                    return add(actor, demand, said, answered, now);
                                }))));
    }

    private Demand add(Actor actor, Demand demand, Said said, List<Answered> answered, Instant now) {
        demands.add(
                demand,
                Answered.written(answered),
                SearchTerms.of(
                        demand.origin().number(),
                        demand.origin().title(),
                        said.words(),
                        demand.origin().place(),
                        Answered.searched(answered)));
        String plain = regions.get(demand.node()).name() + "收到了您反映的事";
        changes.recordRaised(actor, demand, Note.of("").says(plain).with(said.files()), now);
        todos.open(actor, demand, "accept", demand.node(), "", now);
        return demand;
    }

    private Outcome<Said> valid(Said said) {
        int length = said.words().codePointCount(0, said.words().length());
        if (length == 0) {
            return Outcome.invalid("words", DemandRefusal.WORDS_MISSING);
        }
        if (length > MOST_WORDS) {
            return Outcome.invalid("words", DemandRefusal.WORDS_TOO_LONG, MOST_WORDS, length);
        }
        if (said.place() != null && said.place().codePointCount(0, said.place().length()) > MOST_PLACE) {
            return Outcome.invalid("place", DemandRefusal.PLACE_TOO_LONG, MOST_PLACE);
        }
        if (said.title() != null && said.title().codePointCount(0, said.title().length()) > MOST_TITLE) {
            return Outcome.invalid("title", DemandRefusal.TITLE_TOO_LONG, MOST_TITLE);
        }
        if (said.isAnonymous() && (said.name() != null || said.phone() != null)) {
            return Outcome.invalid("anonymous", DemandRefusal.ANONYMOUS_WITH_CONTACT);
        }
        if (said.files().size() > MOST_FILES) {
            return Outcome.invalid("fileIds", DemandRefusal.TOO_MANY_FILES, MOST_FILES);
        }
        boolean isHalfPlaced = (said.lng() == null) != (said.lat() == null);
        boolean isOffTheMap = said.lng() != null
                && said.lat() != null
                && !(Math.abs(said.lng()) <= 180 && Math.abs(said.lat()) <= 90);
        return isHalfPlaced || isOffTheMap
                ? Outcome.invalid("lng", DemandRefusal.COORDINATES_INVALID)
                : Outcome.done(said);
    }

    private Outcome<Region> servedRegion(RegionCode code) {
        Optional<Region> found = regions.find(code);
        if (found.isPresent() && !found.get().open()) {
            return Outcome.invalid(
                    "regionCode",
                    RegionRefusal.CLOSED,
                    found.get().name(),
                    regions.successors(code).stream().map(Region::name).collect(Collectors.joining("、")));
        }
        return found.filter(region -> region.working() && region.level() >= Region.DISTRICT)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", DemandRefusal.REGION_NOT_WORKING));
    }

    private Outcome<Optional<UUID>> contact(Said said) {
        return said.isAnonymous()
                ? Outcome.done(Optional.empty())
                : contacts.keep(said.region(), said.name(), said.phone());
    }

    private Demand newDemand(
            Actor actor, Said said, Region region, DemandDictionary.Kind kind, @Nullable UUID contact, Instant now) {
        RegionCode node = region.level() == Region.GRID && region.parent() != null ? region.parent() : region.code();
        Due due = todos.settleDue(region.code(), kind.clazz(), now);
        Region numbered = regions.find(new RegionCode(region.code().street())).orElse(region);
        return new Demand(
                DemandId.next(),
                0,
                new Demand.Origin(
                        demands.nextNumber(region.code(), numbered.shortName(), now),
                        region.code(),
                        said.title() == null ? Words.headline(said.words()) : said.title(),
                        said.words(),
                        kind.code(),
                        said.channel(),
                        said.place() == null ? "" : said.place(),
                        said.lng(),
                        said.lat(),
                        said.isAnonymous(),
                        contact,
                        now,
                        actor.accountId(),
                        node),
                DemandStatus.RAISED,
                now,
                null,
                node,
                null,
                null,
                new Demand.Clock(due.ruleId(), due.dueAt(), due.warnAt(), null, null, false),
                Demand.Marks.NONE,
                null);
    }

    private Heard heard(Demand demand) {
        return new Heard(
                demand.id().value(),
                demand.origin().number(),
                demand.version(),
                demand.status().code(),
                demand.clock().dueAt(),
                todos.all().inWords(demand.clock().ruleId()));
    }

    private static Said tidy(Said said) {
        return new Said(
                said.region(),
                said.kind(),
                said.channel(),
                Words.tidy(said.words()),
                Words.tidyOrNull(said.title()),
                Words.tidyOrNull(said.place()),
                said.lng(),
                said.lat(),
                said.isAnonymous(),
                Words.tidyOrNull(said.name()),
                Words.tidyOrNull(said.phone()),
                List.copyOf(said.files()),
                said.answers());
    }
}
