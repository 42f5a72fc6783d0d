package org.gongzhi.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Contacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Every night: takes people out of cases whose time is over, batch by batch, each a transaction of its own that is written with its proof or not at all. Done twice
 * it finds nothing to do; broken off it goes on the next time. 个人信息保护法 art. 19: no longer than necessary; art. 47: then deleted.
 */
@Component
class AnonymizeEnded {

    private static final int AT_ONCE = 200;
    private static final Forgetting NOBODY = new Forgetting(List.of());

    private final EndedCases ended;
    private final Traces traces;
    private final Contacts contacts;
    private final RetentionRuns runs;
    private final RetentionProof proof;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final int atOnce;

    @Autowired
    AnonymizeEnded(
            EndedCases ended,
            Traces traces,
            Contacts contacts,
            RetentionRuns runs,
            RetentionProof proof,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this(ended, traces, contacts, runs, proof, transactions, audit, clock, AT_ONCE);
    }

    AnonymizeEnded(
            EndedCases ended,
            Traces traces,
            Contacts contacts,
            RetentionRuns runs,
            RetentionProof proof,
            Transactions transactions,
            Audit audit,
            Clock clock,
            int atOnce) {
        this.ended = ended;
        this.traces = traces;
        this.contacts = contacts;
        this.runs = runs;
        this.proof = proof;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** Until nothing is due; how many cases. */
    int run() {
        int all = 0;
        int some = batch();
        while (some > 0) {
            all += some;
            some = batch();
        }
        return all;
    }

    /** One batch; how many cases. */
    int batch() {
        return transactions.asWorker("retention", () -> {
            List<EndedCases.Due> due = ended.take(atOnce);
            due.stream()
                    .collect(Collectors.groupingBy(EndedCases.Due::district, TreeMap::new, Collectors.toList()))
                    .forEach(this::forget);
            return due.size();
        });
    }

    private void forget(RegionCode district, List<EndedCases.Due> due) {
        UUID run = Ids.next();
        Instant now = Time.now(clock);
        List<UUID> ids = due.stream().map(EndedCases.Due::id).sorted().toList();
        List<Traces.Case> before = traces.cases(ids);
        List<Traces.Person> left = traces.people(ids);
        Map<UUID, Forgetting> people = forgotten(left);
        List<Traces.Case> after = before.stream()
                .map(each -> RetentionProof.forgotten(each, people.getOrDefault(each.id(), NOBODY)))
                .toList();
        List<Traces.Text> texts = traces.texts(ids);
        List<Traces.Text> without = texts.stream()
                .map(text -> text.without(people.getOrDefault(text.demandId(), NOBODY)))
                .toList();
        List<Traces.Text> changed =
                without.stream().filter(text -> !texts.contains(text)).toList();
        runs.addItems(run, due);
        traces.write(after, now);
        traces.rewrite(ids, changed);
        traces.forgetOriginals(ids);
        int photos = traces.removePhotos(due.stream()
                .filter(EndedCases.Due::removesPhotos)
                .map(EndedCases.Due::id)
                .toList());
        int cases = (int) before.stream()
                .filter(each -> after.stream()
                        .noneMatch(other -> other.id().equals(each.id())
                                && other.title().equals(each.title())
                                && other.words().equals(each.words())
                                && other.answers().equals(each.answers())))
                .count();
        // The order of the database, which is not that of UUID.compareTo.
        String digest = proof.digest(runs.cases(run));
        var done = new RetentionRuns.Run(
                run,
                district,
                now,
                ids.size(),
                left.size(),
                changed.size() + cases,
                (int) before.stream().filter(Traces.Case::hasPlace).count(),
                photos,
                due.stream()
                        .map(EndedCases.Due::endedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now),
                digest,
                proof.remaining(run));
        runs.add(done);
        audit.record(
                Actor.worker("retention"),
                "retention.anonymize",
                "retention_run",
                run,
                district,
                null,
                Map.of(
                        "cases", done.demands(),
                        "contacts", done.contacts(),
                        "texts", done.texts(),
                        "places", done.places(),
                        "photos", done.photos(),
                        "digest", digest,
                        "remaining", done.remaining()),
                null);
    }

    /** Forgets the contacts of each case; what it knew of them is taken out of its texts, the last use there is for it. */
    private Map<UUID, Forgetting> forgotten(List<Traces.Person> people) {
        return people.stream()
                .collect(Collectors.groupingBy(
                        Traces.Person::demand,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Traces.Person::contact, Collectors.toList()),
                                contactsOfOne -> new Forgetting(contacts.forget(contactsOfOne)))));
    }
}
