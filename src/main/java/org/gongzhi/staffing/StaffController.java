package org.gongzhi.staffing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 账号: the accounts of an administrator's territory. */
@RestController
@RequestMapping("/api/accounts")
class StaffController {

    private static final int MOST = 100;

    private final StaffQueries queries;
    private final StaffingPermissions permissions;
    private final StaffNames names;
    private final OpenAccount openAccount;
    private final ChangeAccount changeAccount;
    private final ResetPassword resetPassword;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    StaffController(
            StaffQueries queries,
            StaffingPermissions permissions,
            StaffNames names,
            OpenAccount openAccount,
            ChangeAccount changeAccount,
            ResetPassword resetPassword,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.queries = queries;
        this.permissions = permissions;
        this.names = names;
        this.openAccount = openAccount;
        this.changeAccount = changeAccount;
        this.resetPassword = resetPassword;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    record Duty(
            UUID id,
            String kind,
            String kindName,
            String regionCode,
            String place,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable List<String> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @OneOf({"current", "coming", "over"}) String state,
            @Nullable String grantedBy,
            Instant grantedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String deputyFor,
            @Nullable String deputy,
            @Nullable LocalDate deputyUntil) {}

    record Row(UUID id, String login, String name, boolean isActive, String home, List<Duty> duties) {}

    /** @param may what the acting administrator may do with it; empty: only look */
    record Detail(
            UUID id,
            String login,
            String name,
            boolean isActive,
            @Nullable String homeCode,
            String home,
            List<Duty> duties,
            List<String> may) {}

    record OpenRequest(
            @NotNull @Size(max = 64) String login,
            @NotNull @Size(max = 200) String name,
            @NotNull String homeCode) {}

    record RenameRequest(@NotNull @Size(max = 200) String name) {}

    /** By login. */
    @GetMapping
    Answer<Page<Row>> list(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String duty,
            @RequestParam(required = false) @OneOf({"active", "disabled"}) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        Actor reader = permissions.reaching(actor);
        Region territory = regions.get(actor.node());
        Region node = RegionCode.parse(region).flatMap(regions::find).orElse(territory);
        var filter = new StaffQueries.Filter(
                Words.tidyOrNull(q),
                node,
                StaffNames.kind(duty).orElse(null),
                "active".equals(status) || "disabled".equals(status) ? status : null);
        return answers.of(permissions
                .mayLook(actor)
                .then(_ -> permissions.within(actor, node.code()))
                .map(_ -> transactions.read(reader, () -> page(territory, filter, after, Math.clamp(limit, 1, MOST)))));
    }

    private Page<Row> page(Region territory, StaffQueries.Filter filter, @Nullable String after, int limit) {
        LocalDate today = Time.today(clock);
        Page<StaffQueries.Person> people = queries.page(territory, filter, after, today, limit);
        List<StaffQueries.HeldDuty> duties = queries.dutiesOf(
                people.items().stream().map(StaffQueries.Person::id).toList(), today);
        return new Page<>(
                people.items().stream()
                        .map(person -> new Row(
                                person.id(),
                                person.login(),
                                person.name(),
                                person.isActive(),
                                names.place(person.home()),
                                duties.stream()
                                        .filter(held -> held.account().equals(person.id()) && held.isCurrent())
                                        .map(this::duty)
                                        .toList()))
                        .toList(),
                people.next(),
                null);
    }

    @GetMapping("/{id}")
    Answer<Detail> account(@CurrentActor Actor actor, @PathVariable UUID id) {
        Actor reader = permissions.reaching(actor);
        return answers.of(permissions.mayLook(actor).then(_ -> transactions.read(reader, () -> detail(actor, id))));
    }

    private Outcome<Detail> detail(Actor actor, UUID id) {
        List<StaffQueries.HeldDuty> duties = queries.dutiesOf(List.of(id), Time.today(clock));
        return queries.find(id)
                .filter(person -> !duties.isEmpty()
                        || permissions.within(actor, person.homeOrNation()).isDone())
                .<Outcome<Detail>>map(person -> Outcome.done(new Detail(
                        person.id(),
                        person.login(),
                        person.name(),
                        person.isActive(),
                        person.home() == null ? null : person.home().toString(),
                        names.place(person.home()),
                        duties.stream().map(this::duty).toList(),
                        may(actor, person))))
                .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN));
    }

    private List<String> may(Actor actor, StaffQueries.Person person) {
        if (!permissions.mayChange(actor, person).isDone()) {
            return List.of();
        }
        if (actor.duty() == DutyKind.SECURITY_ADMINISTRATOR) {
            return List.of("endAdministrator");
        }
        return person.isActive()
                ? List.of("rename", "disable", "resetPassword", "grant", "end")
                : List.of("rename", "enable", "end");
    }

    @PostMapping
    Answer.Created<OpenAccount.Opened> open(
            @CurrentActor Actor actor, @Valid @RequestBody OpenRequest body, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.created(
                keeper,
                request,
                body,
                () -> RegionCode.parse(body.homeCode())
                        .<Outcome<OpenAccount.Opened>>map(
                                home -> openAccount.open(keeper, body.login(), body.name(), home))
                        .orElseGet(() -> Outcome.invalid("homeCode", StaffingRefusal.REGION_UNKNOWN)));
    }

    @PutMapping("/{id}/name")
    Answer.Changed<ChangeAccount.Changed> rename(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody RenameRequest body,
            HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, body, () -> changeAccount.rename(keeper, id, body.name()));
    }

    @PostMapping("/{id}/disablement")
    Answer.Changed<ChangeAccount.Changed> disable(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> changeAccount.disable(keeper, id));
    }

    @DeleteMapping("/{id}/disablement")
    Answer.Changed<ChangeAccount.Changed> enable(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> changeAccount.enable(keeper, id));
    }

    /** Not kept under a key: the answer is a secret, and asking again only makes another. */
    @PostMapping("/{id}/one-time-password")
    Answer<ResetPassword.OneTime> resetPassword(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(resetPassword.reset(permissions.reaching(actor), id));
    }

    private Duty duty(StaffQueries.HeldDuty held) {
        return new Duty(
                held.id(),
                held.kind().code(),
                names.duty(held.kind()),
                held.region().toString(),
                names.place(held.region()),
                held.departmentId(),
                held.departmentName(),
                held.kinds(),
                held.from(),
                held.until(),
                held.isCurrent() ? "current" : held.isOver() ? "over" : "coming",
                held.grantedBy(),
                held.grantedAt(),
                held.endedBy(),
                held.endedAt(),
                held.deputyFor(),
                held.deputy(),
                held.deputyUntil());
    }
}
