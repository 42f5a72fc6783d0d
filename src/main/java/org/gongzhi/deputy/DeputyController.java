package org.gongzhi.deputy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 代理. Sent twice, neither verb does anything twice: the database has one deputy of a duty at a time. */
@RestController
@RequestMapping("/api/deputies")
class DeputyController {

    private final DeputyQueries queries;
    private final DeputyPermissions permissions;
    private final DeputyRoom room;
    private final NameDeputy nameDeputy;
    private final EndDeputy endDeputy;
    private final Transactions transactions;
    private final RegionLookup regions;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    DeputyController(
            DeputyQueries queries,
            DeputyPermissions permissions,
            DeputyRoom room,
            NameDeputy nameDeputy,
            EndDeputy endDeputy,
            Transactions transactions,
            RegionLookup regions,
            Answers answers,
            Problems problems,
            Clock clock) {
        this.queries = queries;
        this.permissions = permissions;
        this.room = room;
        this.nameDeputy = nameDeputy;
        this.endDeputy = endDeputy;
        this.transactions = transactions;
        this.regions = regions;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    /** A duty that can be given to a deputy by whoever asks. */
    record LendableDuty(
            UUID id, String name, String place, @Nullable LocalDate until) {}

    record LentRow(
            UUID id,
            String duty,
            String place,
            String principal,
            String deputy,
            LocalDate from,
            LocalDate until,
            @OneOf({"later", "now", "over"}) String state,
            boolean isGiven,
            boolean mayEnd) {}

    /** @param duties that may be lent by the asker */
    record LendingPage(UUID accountId, String name, List<LendableDuty> duties, List<LentRow> items) {}

    record Candidate(UUID id, String name, String duty, String place) {}

    record NameRequest(
            @NotNull UUID dutyId,
            @NotNull UUID accountId,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    /** @param account null for oneself */
    @GetMapping
    Answer<LendingPage> page(@CurrentActor Actor actor, @RequestParam(required = false) @Nullable UUID account) {
        UUID whose = account == null ? actor.account() : account;
        LocalDate today = Time.today(clock);
        return answers.of(reading(() -> queries.person(whose)
                .<Outcome<DeputyQueries.Person>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DeputyRefusal.ACCOUNT_UNKNOWN))
                .then(person -> permissions.mayRead(actor, person))
                .map(person -> new LendingPage(
                        person.id(),
                        person.name(),
                        queries.dutiesOf(whose, today).stream()
                                .filter(duty -> permissions.mayName(actor, duty).isDone())
                                .map(duty -> new LendableDuty(
                                        duty.id(),
                                        name(duty.kind()),
                                        place(duty.region(), duty.departmentName()),
                                        duty.until()))
                                .toList(),
                        queries.lent(whose, today).stream()
                                .map(lent -> row(actor, whose, lent, today))
                                .toList()))));
    }

    @GetMapping("/candidates")
    Answer<Items<Candidate>> candidates(
            @CurrentActor Actor actor, @RequestParam UUID duty, @RequestParam(required = false) @Nullable String q) {
        LocalDate today = Time.today(clock);
        return answers.of(reading(() -> queries.duty(duty, today)
                .<Outcome<DeputyQueries.Held>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DeputyRefusal.DUTY_UNKNOWN))
                .then(held -> permissions.mayName(actor, held))
                .map(held ->
                        new Items<>(queries
                                .candidates(
                                        room.around(held.region()), held.account(), null, Words.tidyOrNull(q), today)
                                .stream()
                                .map(each -> new Candidate(
                                        each.id(),
                                        each.name(),
                                        name(each.kind()),
                                        place(each.region(), each.departmentName())))
                                .toList()))));
    }

    @PostMapping
    Answer<NameDeputy.Named> name(@CurrentActor Actor actor, @Valid @RequestBody NameRequest body) {
        return answers.of(nameDeputy.name(
                actor, new NameDeputy.Wish(body.dutyId(), body.accountId(), body.from(), body.until())));
    }

    @PostMapping("/{id}/end")
    Answer<EndDeputy.Ended> end(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(endDeputy.end(actor, id));
    }

    private <T> Outcome<T> reading(Supplier<Outcome<T>> work) {
        return transactions.read(DeputyRoom.READER, work);
    }

    private LentRow row(Actor actor, UUID whose, DeputyQueries.Lent lent, LocalDate today) {
        String state = lent.from().isAfter(today) ? "later" : lent.until().isBefore(today) ? "over" : "now";
        return new LentRow(
                lent.id(),
                name(lent.kind()),
                place(lent.region(), lent.departmentName()),
                lent.principalName(),
                lent.deputyName(),
                lent.from(),
                lent.until(),
                state,
                lent.principal().equals(whose),
                !state.equals("over") && permissions.mayEnd(actor, lent).isDone());
    }

    private String name(DutyKind kind) {
        return problems.word("identity.duty." + kind.code());
    }

    private String place(RegionCode region, @Nullable String department) {
        return department == null ? regions.get(region).name() : department;
    }
}
