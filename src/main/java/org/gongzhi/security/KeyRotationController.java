package org.gongzhi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 密钥轮换: a new key for contacts, while everything runs. */
@RestController
@RequestMapping("/api/key-rotations")
class KeyRotationController {

    private final SecurityPermissions permissions;
    private final KeyRotations rotations;
    private final ProposeKeyRotation proposeKeyRotation;
    private final DecideKeyRotation decideKeyRotation;
    private final DestroyOldKey destroyOldKey;
    private final CarryOutKeyRotation carryOut;
    private final Sealing sealing;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    KeyRotationController(
            SecurityPermissions permissions,
            KeyRotations rotations,
            ProposeKeyRotation proposeKeyRotation,
            DecideKeyRotation decideKeyRotation,
            DestroyOldKey destroyOldKey,
            CarryOutKeyRotation carryOut,
            Sealing sealing,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.permissions = permissions;
        this.rotations = rotations;
        this.proposeKeyRotation = proposeKeyRotation;
        this.decideKeyRotation = decideKeyRotation;
        this.destroyOldKey = destroyOldKey;
        this.carryOut = carryOut;
        this.sealing = sealing;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    record ProposeRequest(@NotNull @Size(max = 2000) String reason, boolean isByHand) {}

    record DeclineRequest(@NotNull @Size(max = 2000) String words) {}

    /** @param holdsAll the key that seals and the one that will */
    record NodeRow(String name, boolean holdsAll, Instant seenAt) {}

    /**
     * @param missingNodes those that do not hold the new key
     * @param destroyableFrom when the old key may be destroyed at the earliest
     */
    record RotationRow(
            UUID id,

            @OneOf({"proposed", "declined", "withdrawn", "waiting", "resealing", "done"})
            String state,

            String from,
            @Nullable String to,
            boolean isByHand,
            String reason,
            String proposer,
            Instant proposedAt,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable String words,
            @Nullable Instant startedAt,
            long walked,
            long total,
            long changed,
            long leftOver,
            @Nullable Instant doneAt,
            @Nullable Instant destroyableFrom,
            @Nullable String destructionAskedBy,
            @Nullable Instant destroyedAt,
            List<String> missingNodes,
            boolean mayDecide,
            boolean mayWithdraw,
            boolean mayDestroy) {}

    /** @param fingerprint of the key that seals */
    record Overview(String fingerprint, List<NodeRow> nodes, List<RotationRow> rotations, boolean mayPropose) {}

    @GetMapping
    Answer<Overview> keyRotations(@CurrentActor Actor actor) {
        return answers.of(permissions
                .mayConfirmKeys(actor)
                .map(keeper -> transactions.read(keeper, () -> {
                    List<KeyRotation> latest = rotations.latest();
                    boolean isOpen = latest.stream().anyMatch(KeyRotation::isOpen);
                    return new Overview(
                            sealing.fingerprint(),
                            nodes(latest),
                            latest.stream().map(each -> row(keeper, each)).toList(),
                            !isOpen && permissions.mayChangeKeys(keeper).isDone());
                })));
    }

    @PostMapping
    Answer.Created<ProposeKeyRotation.Proposed> propose(
            @CurrentActor Actor actor, @Valid @RequestBody ProposeRequest body, HttpServletRequest request) {
        return commands.created(
                actor, request, body, () -> proposeKeyRotation.propose(actor, body.reason(), body.isByHand()));
    }

    @PostMapping("/{id}/confirmation")
    Answer.Changed<DecideKeyRotation.Decided> confirm(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return commands.run(actor, request, null, () -> decideKeyRotation.confirm(actor, id));
    }

    @PostMapping("/{id}/refusal")
    Answer.Changed<DecideKeyRotation.Decided> decline(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody DeclineRequest body,
            HttpServletRequest request) {
        return commands.run(actor, request, body, () -> decideKeyRotation.decline(actor, id, body.words()));
    }

    @DeleteMapping("/{id}")
    Answer.Changed<ProposeKeyRotation.Proposed> withdraw(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return commands.run(actor, request, null, () -> proposeKeyRotation.withdraw(actor, id));
    }

    /** Asked for by the first who says so, done by the second. */
    @PostMapping("/{id}/old-key-destruction")
    Answer.Changed<DestroyOldKey.Result> destroyOldKey(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        // Counted for those who may only: the count walks through every contact.
        long left = permissions.mayConfirmKeys(actor).isDone() ? destroyOldKey.left(sealing.fingerprint()) : 0;
        return commands.run(actor, request, null, () -> destroyOldKey.destroy(actor, id, left));
    }

    private List<NodeRow> nodes(List<KeyRotation> latest) {
        List<String> wanted = latest.stream()
                .filter(rotation -> rotation.state() == KeyRotation.State.WAITING)
                .flatMap(rotation -> Stream.ofNullable(rotation.to()))
                .toList();
        return rotations.nodes().stream()
                .map(node -> new NodeRow(
                        node.name(),
                        node.fingerprints().contains(sealing.fingerprint())
                                && node.fingerprints().containsAll(wanted),
                        node.seenAt()))
                .toList();
    }

    private RotationRow row(Actor actor, KeyRotation rotation) {
        KeyRotation.Person asker = rotation.destructionAskedBy();
        Instant doneAt = rotation.doneAt();
        Instant destroyableFrom =
                doneAt == null || rotation.destroyedAt() != null ? null : doneAt.plus(KeyRotation.KEPT);
        return new RotationRow(
                rotation.id(),
                rotation.state().name().toLowerCase(Locale.ROOT),
                rotation.from(),
                rotation.to(),
                rotation.isByHand(),
                rotation.reason(),
                rotation.proposer().name(),
                rotation.proposedAt(),
                name(rotation.decider()),
                rotation.decidedAt(),
                rotation.words(),
                rotation.startedAt(),
                rotation.walked(),
                rotation.total(),
                rotation.changed(),
                rotation.leftOver(),
                doneAt,
                destroyableFrom,
                name(asker),
                rotation.destroyedAt(),
                rotation.state() == KeyRotation.State.WAITING && rotation.to() != null
                        ? carryOut.missing(rotation.to())
                        : List.of(),
                rotation.mayBeDecidedBy(actor.account()).isDone(),
                rotation.state() == KeyRotation.State.PROPOSED && rotation.isProposedBy(actor.account()),
                destroyableFrom != null
                        && !destroyableFrom.isAfter(Time.now(clock))
                        && (asker == null || !asker.account().equals(actor.account())));
    }

    private static @Nullable String name(KeyRotation.@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
