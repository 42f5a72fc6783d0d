package org.gongzhi.organization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.organization.OrganizationView.FindingResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done about organizations. Every mutation takes {@code Idempotency-Key}; {@code If-Match} is the organization's version. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationChangeController {

    private final RegisterOrganization register;
    private final AmendOrganization amend;
    private final MoveOrganization move;
    private final RelocateOrganization relocate;
    private final EndOrganization end;
    private final SetTerm setTerm;
    private final AppointToPost appoint;
    private final RelieveFromPost relieve;
    private final OrganizationView view;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    OrganizationChangeController(
            RegisterOrganization register,
            AmendOrganization amend,
            MoveOrganization move,
            RelocateOrganization relocate,
            EndOrganization end,
            SetTerm setTerm,
            AppointToPost appoint,
            RelieveFromPost relieve,
            OrganizationView view,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.register = register;
        this.amend = amend;
        this.move = move;
        this.relocate = relocate;
        this.end = end;
        this.setTerm = setTerm;
        this.appoint = appoint;
        this.relieve = relieve;
        this.view = view;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    /**
     * @param parentId whom it answers to; absent: nobody here
     * @param units of how many it is, asked for where the kind is of several
     * @param lastsUntil when its work is to be done, asked for where the kind is temporary
     * @param why the document it rests on
     */
    record RegisterRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String code,
            @NotNull LocalDate foundedOn,
            @Nullable UUID parentId,
            @Nullable String regionCode,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable String why) {}

    /** @param from since when the name is so */
    record AmendRequest(
            @Nullable String name,
            @Nullable String code,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate from,
            @Nullable String why) {}

    record MoveRequest(
            @Nullable UUID parentId,
            @NotNull LocalDate from,
            @Nullable String why) {}

    record RelocateRequest(
            @Nullable String regionCode,
            @NotNull LocalDate from,
            @Nullable String why) {}

    record EndRequest(@NotNull LocalDate on, @Nullable String why) {}

    /** @param dueOn first day after it; absent: as long as the rule says */
    record TermRequest(
            @NotNull LocalDate from,
            @Nullable LocalDate dueOn,
            @Nullable String why) {}

    record AppointRequest(
            @Nullable String post,
            @Nullable String holder,
            @Nullable String work,
            @NotNull LocalDate from) {}

    record RelieveRequest(@NotNull LocalDate on) {}

    /** @param findings what the rules have to say besides */
    record Done(UUID id, List<FindingResponse> findings) {}

    @PostMapping
    Answer.Created<Done> register(
            @CurrentActor Actor actor, HttpServletRequest request, @Valid @RequestBody RegisterRequest body) {
        return commands.created(
                actor,
                request,
                body,
                () -> wish(body)
                        .then(wish -> register.register(actor, wish))
                        .map(registered -> new Done(registered.id(), view.told(registered.warnings()))));
    }

    /** What the rules would say, with nothing written. */
    @PostMapping("/check")
    Answer<Items<FindingResponse>> check(@CurrentActor Actor actor, @Valid @RequestBody RegisterRequest body) {
        return answers.of(transactions.read(
                actor,
                () -> wish(body)
                        .then(wish -> register.check(actor, wish))
                        .map(findings -> new Items<>(view.told(findings)))));
    }

    @PostMapping("/{id}/amendment")
    Answer.Changed<Done> amend(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody AmendRequest body) {
        var wish = new AmendOrganization.Wish(
                body.name(), body.code(), body.fullMembers(), body.members(), body.units(), body.from(), body.why());
        return commands.run(
                actor,
                request,
                body,
                () -> amend.amend(actor, id, version, wish)
                        .map(amended -> new Done(amended.id(), view.told(amended.findings()))));
    }

    @PostMapping("/{id}/affiliation")
    Answer.Changed<Done> move(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody MoveRequest body) {
        var wish = new MoveOrganization.Wish(body.parentId(), body.from(), body.why());
        return commands.run(
                actor, request, body, () -> move.move(actor, id, version, wish).map(moved -> done(moved.id())));
    }

    @PostMapping("/{id}/territory")
    Answer.Changed<Done> relocate(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody RelocateRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> region(body.regionCode())
                        .then(region -> relocate.relocate(
                                actor, id, version, new RelocateOrganization.Wish(region, body.from(), body.why())))
                        .map(relocated -> done(relocated.id())));
    }

    @PostMapping("/{id}/end")
    Answer.Changed<Done> end(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody EndRequest body) {
        var wish = new EndOrganization.Wish(body.on(), body.why());
        return commands.run(
                actor, request, body, () -> end.end(actor, id, version, wish).map(ended -> done(ended.id())));
    }

    @PostMapping("/{id}/term")
    Answer.Changed<Done> setTerm(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody TermRequest body) {
        var wish = new SetTerm.Wish(body.from(), body.dueOn(), body.why());
        return commands.run(
                actor,
                request,
                body,
                () -> setTerm.set(actor, id, version, wish)
                        .map(served -> new Done(served.id(), view.told(served.warnings()))));
    }

    @PostMapping("/{id}/posts")
    Answer.Created<Done> appoint(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody AppointRequest body) {
        var wish = new AppointToPost.Wish(body.post(), body.holder(), body.work(), body.from());
        return commands.created(
                actor,
                request,
                body,
                () -> appoint.appoint(actor, id, version, wish)
                        .map(appointed -> new Done(appointed.id(), view.told(appointed.warnings()))));
    }

    @PostMapping("/{id}/posts/{post}/relief")
    Answer.Changed<Done> relieve(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID post,
            @Valid @RequestBody RelieveRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> relieve.relieve(actor, id, post, body.on()).map(relieved -> done(relieved.id())));
    }

    private static Outcome<RegionCode> region(@Nullable String code) {
        return RegionCode.parse(code)
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", OrganizationRefusal.REGION_UNKNOWN));
    }

    private static Outcome<RegisterOrganization.Wish> wish(RegisterRequest body) {
        return region(body.regionCode())
                .map(region -> new RegisterOrganization.Wish(
                        body.kind(),
                        body.name(),
                        body.code(),
                        body.foundedOn(),
                        body.parentId(),
                        region,
                        body.fullMembers(),
                        body.members(),
                        body.units(),
                        body.lastsUntil(),
                        body.termFrom(),
                        body.why()));
    }

    private static Done done(UUID id) {
        return new Done(id, List.of());
    }
}
