package org.gongzhi.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.AccountLookup.Holder;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 谁能看到: in plain sentences, worked out by the rule that opens or shuts the case itself. */
@RestController
class ViewersController {

    private static final int MOST_NAMED = 30;

    private final DemandLookup demands;
    private final DemandDictionary dictionary;
    private final AccountLookup accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;
    private final MessageSource messages;

    ViewersController(
            DemandLookup demands,
            DemandDictionary dictionary,
            AccountLookup accounts,
            RegionLookup regions,
            Transactions transactions,
            Answers answers,
            MessageSource messages) {
        this.demands = demands;
        this.dictionary = dictionary;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
        this.messages = messages;
    }

    /** @param names the first of them, by name */
    record Group(String sentence, int count, List<String> names) {}

    /** @param notes who cannot, and what stays shut even for those who can */
    record Viewers(List<Group> items, int total, List<String> notes) {}

    private record Subject(Demand demand, Set<UUID> calledTo, Map<String, String> kindNames) {

        Set<UUID> departments() {
            return Stream.concat(Stream.ofNullable(demand.departmentId()), calledTo.stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whoever may see the case may see who else may. */
    @GetMapping("/api/demands/{id}/viewers")
    Answer<Viewers> viewers(@CurrentActor Actor actor, @PathVariable UUID id) {
        Outcome<Subject> found = actor.duty().isAdministrator()
                ? Outcome.refused(LedgerRefusal.NOT_FOR_ADMINISTRATORS)
                : transactions.read(
                        actor,
                        () -> demands.situation(new DemandId(id))
                                .map(situation -> new Subject(
                                        situation.demand(),
                                        demands.calledTo(new DemandId(id)),
                                        dictionary.kindNames())));
        // Duties above and beside the asker's own are nobody's secret, but row-level security shows each only to their
        // own territory.
        return answers.of(found.map(subject -> of(
                subject,
                transactions.asWorker(
                        "viewers",
                        () -> accounts.holdersAbove(subject.demand().origin().region())))));
    }

    private Viewers of(Subject subject, List<Holder> holders) {
        Demand demand = subject.demand();
        List<Holder> able = holders.stream()
                .filter(holder -> holder.scope(regions)
                        .sees(
                                demand.origin().region(),
                                subject.departments(),
                                demand.origin().kindCode()))
                .toList();
        Map<String, List<Holder>> groups = able.stream()
                .collect(Collectors.groupingBy(
                        holder -> sentence(subject, holder), LinkedHashMap::new, Collectors.toList()));
        List<Group> items = groups.entrySet().stream()
                .map(group -> {
                    List<String> names = group.getValue().stream()
                            .map(Holder::name)
                            .distinct()
                            .toList();
                    return new Group(
                            group.getKey(),
                            names.size(),
                            names.stream().limit(MOST_NAMED).toList());
                })
                .toList();
        int total = (int) able.stream().map(Holder::accountId).distinct().count();
        var notes = new ArrayList<String>();
        notes.add(word("administrators"));
        notes.add(word("resident"));
        notes.add(word("contact"));
        return new Viewers(items, total, List.copyOf(notes));
    }

    private String sentence(Subject subject, Holder holder) {
        String place = regions.get(holder.node()).name();
        String duty =
                messages.getMessage("identity.duty." + holder.kind().code(), null, LocaleContextHolder.getLocale());
        String where = regions.pathText(subject.demand().origin().region());
        if (holder.departmentName() != null) {
            boolean isGiven =
                    Objects.equals(holder.departmentId(), subject.demand().departmentId());
            return word(isGiven ? "department" : "called", holder.departmentName(), duty);
        }
        return holder.kinds() == null
                ? word("place", place, duty, where)
                : word(
                        "line",
                        place,
                        duty,
                        subject.kindNames()
                                .getOrDefault(subject.demand().origin().kindCode(), ""),
                        where);
    }

    private String word(String key, Object... facts) {
        return messages.getMessage("ledger.viewer." + key, facts, LocaleContextHolder.getLocale());
    }
}
