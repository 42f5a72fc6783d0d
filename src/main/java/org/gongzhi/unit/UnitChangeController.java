package org.gongzhi.unit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done about units. Every mutation takes {@code Idempotency-Key}; {@code If-Match} is the unit's version. */
@RestController
@RequestMapping("/api/units")
class UnitChangeController {

    private final RegisterUnit register;
    private final AmendUnit amend;
    private final RelocateUnit relocate;
    private final CloseUnit close;
    private final ReopenUnit reopen;
    private final Commands commands;

    UnitChangeController(
            RegisterUnit register,
            AmendUnit amend,
            RelocateUnit relocate,
            CloseUnit close,
            ReopenUnit reopen,
            Commands commands) {
        this.register = register;
        this.amend = amend;
        this.relocate = relocate;
        this.close = close;
        this.reopen = reopen;
        this.commands = commands;
    }

    /**
     * @param creditCode 18 characters with their check character; absent for what has none
     * @param industry section or division of GB/T 4754
     * @param membersOn the day {@code members} was so; asked for with it
     * @param why how it is known
     */
    record RegisterRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String industry,
            @Nullable Integer people,
            @Nullable Integer members,
            @Nullable LocalDate membersOn,
            @Nullable LocalDate openedOn,
            @Nullable String phone,
            @Nullable String regionCode,
            @Nullable String address,
            @Nullable Double lng,
            @Nullable Double lat,
            @Nullable String why) {}

    /** All that it tells of itself, as it is to be. */
    record AmendRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String industry,
            @Nullable Integer people,
            @Nullable Integer members,
            @Nullable LocalDate membersOn,
            @Nullable LocalDate openedOn,
            @Nullable String phone,
            @Nullable String why) {}

    record RelocateRequest(
            @Nullable String regionCode,
            @Nullable String address,
            @Nullable Double lng,
            @Nullable Double lat,
            @NotNull LocalDate from,
            @Nullable String why) {}

    /** @param on first day it is no more */
    record CloseRequest(@NotNull LocalDate on, @Nullable String why) {}

    record ReopenRequest(@Nullable String why) {}

    record Done(UUID id) {}

    @PostMapping
    Answer.Created<Done> register(
            @CurrentActor Actor actor, HttpServletRequest request, @Valid @RequestBody RegisterRequest body) {
        var typed = new UnitWords.Typed(
                body.kind(),
                body.name(),
                body.creditCode(),
                body.industry(),
                body.people(),
                body.members(),
                body.membersOn(),
                body.openedOn(),
                body.phone());
        return commands.created(
                actor,
                request,
                body,
                () -> region(body.regionCode())
                        .then(region -> register.register(
                                actor,
                                new RegisterUnit.Wish(
                                        typed, region, body.address(), body.lng(), body.lat(), body.why())))
                        .map(registered -> new Done(registered.id().value())));
    }

    @PostMapping("/{id}/amendment")
    Answer.Changed<Done> amend(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody AmendRequest body) {
        var typed = new UnitWords.Typed(
                body.kind(),
                body.name(),
                body.creditCode(),
                body.industry(),
                body.people(),
                body.members(),
                body.membersOn(),
                body.openedOn(),
                body.phone());
        return commands.run(
                actor,
                request,
                body,
                () -> amend.amend(actor, id, version, new AmendUnit.Wish(typed, body.why()))
                        .map(amended -> new Done(amended.id())));
    }

    @PostMapping("/{id}/premises")
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
                                actor,
                                id,
                                version,
                                new RelocateUnit.Wish(
                                        region, body.address(), body.lng(), body.lat(), body.from(), body.why())))
                        .map(relocated -> new Done(relocated.id())));
    }

    @PostMapping("/{id}/closing")
    Answer.Changed<Done> close(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody CloseRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> close.close(actor, id, version, new CloseUnit.Wish(body.on(), body.why()))
                        .map(closed -> new Done(closed.id())));
    }

    @PostMapping("/{id}/reopening")
    Answer.Changed<Done> reopen(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody ReopenRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> reopen.reopen(actor, id, version, body.why()).map(reopened -> new Done(reopened.id())));
    }

    private static Outcome<RegionCode> region(@Nullable String code) {
        return RegionCode.parse(code)
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", UnitRefusal.REGION_UNKNOWN));
    }
}
