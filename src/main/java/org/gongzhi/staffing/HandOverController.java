package org.gongzhi.staffing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.staffing.OpenWorkQueries.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 交接: what somebody has in hand, and who could take it over. */
@RestController
class HandOverController {

    private final HandOver handOver;
    private final OpenWorkQueries work;
    private final StaffingPermissions permissions;
    private final StaffNames names;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    HandOverController(
            HandOver handOver,
            OpenWorkQueries work,
            StaffingPermissions permissions,
            StaffNames names,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.handOver = handOver;
        this.work = work;
        this.permissions = permissions;
        this.names = names;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    /** @param title absent for administrators, who see what there is and not what it says */
    record OpenMatter(
            UUID demandId, String number, @Nullable String title, String place, Instant dueAt, List<UUID> successors) {}

    record Successor(UUID accountId, String name, String duty, String place) {}

    record OpenWork(String name, List<OpenMatter> items, List<Successor> successors) {}

    record HandOverRequest(
            @NotNull UUID to,
            @NotNull @Size(min = 1, max = 1000) List<UUID> demands) {}

    @GetMapping("/api/accounts/{id}/open-work")
    Answer<OpenWork> openWork(@CurrentActor Actor actor, @PathVariable UUID id) {
        Actor reader = permissions.reaching(actor);
        return answers.of(transactions.read(
                reader, () -> handOver.mayPass(reader, id).map(person -> read(reader, person))));
    }

    private OpenWork read(Actor actor, StaffQueries.Person person) {
        Map<UUID, Successor> successors = new LinkedHashMap<>();
        List<OpenMatter> items = work.of(person.id()).stream()
                .map(matter -> row(actor, person, matter, successors))
                .toList();
        return new OpenWork(person.name(), items, List.copyOf(successors.values()));
    }

    private OpenMatter row(Actor actor, StaffQueries.Person person, Matter matter, Map<UUID, Successor> successors) {
        List<AccountLookup.Colleague> able = handOver.successorsAt(matter.node(), person.id());
        able.forEach(each -> successors.putIfAbsent(
                each.accountId(),
                new Successor(each.accountId(), each.name(), names.duty(each.duty()), names.place(each.node()))));
        return new OpenMatter(
                matter.demandId(),
                matter.number(),
                actor.duty().isAdministrator() ? null : matter.title(),
                names.place(matter.region()),
                matter.dueAt(),
                able.stream().map(AccountLookup.Colleague::accountId).distinct().toList());
    }

    @PostMapping("/api/accounts/{id}/hand-over")
    Answer.Changed<HandOver.Passed> pass(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody HandOverRequest body,
            HttpServletRequest request) {
        Actor giver = permissions.reaching(actor);
        return commands.run(giver, request, body, () -> handOver.pass(giver, id, body.to(), body.demands()));
    }
}
