package org.gongzhi.retention;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 保存期限: what goes tonight, what went and its proof, what is kept from it. */
@RestController
@RequestMapping("/api/retention")
class RetentionController {

    private static final int MOST = 10_000;
    private static final int SHOWN = 100;

    private final RetentionPermissions permissions;
    private final EndedCases ended;
    private final RetentionRuns runs;
    private final RetentionProof proof;
    private final Holds holds;
    private final HoldCase holdCase;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    RetentionController(
            RetentionPermissions permissions,
            EndedCases ended,
            RetentionRuns runs,
            RetentionProof proof,
            Holds holds,
            HoldCase holdCase,
            DemandDictionary dictionary,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.permissions = permissions;
        this.ended = ended;
        this.runs = runs;
        this.proof = proof;
        this.holds = holds;
        this.holdCase = holdCase;
        this.dictionary = dictionary;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    /** Cases of one kind under one rule. */
    record Group(String kindName, long cases, Instant oldest, int months, boolean removesPhotos, String ruleOf) {}

    record CaseRow(UUID id, String number, String kindName, Instant endedAt, Instant dueAt) {}

    /**
     * What the coming night will do, without doing it.
     *
     * @param isMore there are more than were counted
     * @param cases the first hundred, longest ago first
     */
    record Due(
            Instant asOf,
            long total,
            boolean isMore,
            @Nullable Instant oldest,
            List<Group> groups,
            List<CaseRow> cases,
            boolean mayHold) {}

    record RunRow(
            UUID id,
            Instant at,
            String district,
            int cases,
            int contacts,
            int texts,
            int places,
            int photos,
            Instant oldest,
            String digest,
            int remaining) {}

    /** @param isDigestRight it is these cases and no others, as far as the reader sees all of them */
    record Proof(UUID id, int cases, boolean isDigestRight, int remaining, Instant at) {}

    record HoldRequest(
            @NotNull @Size(max = 60) String number,
            @NotNull @Size(max = 2000) String reason) {}

    @GetMapping("/due")
    Answer<Due> due(@CurrentActor Actor actor) {
        return answers.of(permissions
                .mayLook(actor)
                .map(reader -> transactions.read(reader, () -> shown(reader, ended.due(MOST + 1)))));
    }

    private Due shown(Actor reader, List<EndedCases.Due> all) {
        Map<String, String> names = dictionary.kindNames();
        List<EndedCases.Due> counted = all.stream().limit(MOST).toList();
        record Key(String kind, int months, boolean photos, String rule) {}
        Map<Key, List<EndedCases.Due>> groups = new LinkedHashMap<>();
        for (EndedCases.Due each : counted) {
            groups.computeIfAbsent(
                            new Key(
                                    names.getOrDefault(each.kind(), each.kind()),
                                    each.months(),
                                    each.removesPhotos(),
                                    regions.get(each.ruleRegion()).name()),
                            _ -> new java.util.ArrayList<>())
                    .add(each);
        }
        return new Due(
                Time.now(clock),
                counted.size(),
                all.size() > MOST,
                counted.isEmpty() ? null : counted.getFirst().endedAt(),
                groups.entrySet().stream()
                        .map(group -> new Group(
                                group.getKey().kind(),
                                group.getValue().size(),
                                group.getValue().getFirst().endedAt(),
                                group.getKey().months(),
                                group.getKey().photos(),
                                group.getKey().rule()))
                        .sorted(Comparator.comparingLong(Group::cases).reversed())
                        .toList(),
                counted.stream()
                        .limit(SHOWN)
                        .map(each -> new CaseRow(
                                each.id(),
                                each.number(),
                                names.getOrDefault(each.kind(), each.kind()),
                                each.endedAt(),
                                each.dueAt()))
                        .toList(),
                permissions.mayHold(reader).isDone());
    }

    /** Of districts the reader sees whole. */
    @GetMapping("/runs")
    Answer<Page<RunRow>> runs(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return answers.of(permissions
                .mayLook(actor)
                .map(reader -> transactions.read(reader, () -> {
                    Region node = regions.get(reader.node());
                    Page<RetentionRuns.Run> page =
                            runs.page(node.code(), node.to(), after, Math.clamp(limit, 1, SHOWN));
                    return new Page<>(page.items().stream().map(this::row).toList(), page.next(), null);
                })));
    }

    /** Looks again now. */
    @GetMapping("/runs/{id}/proof")
    Answer<Proof> proof(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(permissions
                .mayLook(actor)
                .then(reader -> transactions.read(
                        reader,
                        () -> runs.find(id)
                                .<Outcome<Proof>>map(run -> {
                                    List<UUID> cases = runs.cases(id);
                                    return Outcome.done(new Proof(
                                            id,
                                            cases.size(),
                                            proof.digest(cases).equals(run.digest()),
                                            proof.remaining(id),
                                            Time.now(clock)));
                                })
                                .orElseGet(() -> Outcome.refused(RetentionRefusal.RUN_UNKNOWN)))));
    }

    @GetMapping("/holds")
    Answer<Items<Holds.Hold>> holds(@CurrentActor Actor actor) {
        return answers.of(
                permissions.mayLook(actor).map(reader -> new Items<>(transactions.read(reader, holds::standing))));
    }

    @PostMapping("/holds")
    Answer.Created<HoldCase.Held> hold(
            @CurrentActor Actor actor, @Valid @RequestBody HoldRequest body, HttpServletRequest request) {
        return commands.created(actor, request, body, () -> holdCase.hold(actor, body.number(), body.reason()));
    }

    @DeleteMapping("/holds/{id}")
    Answer.Changed<HoldCase.Held> lift(@CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return commands.run(actor, request, null, () -> holdCase.lift(actor, id));
    }

    private RunRow row(RetentionRuns.Run run) {
        return new RunRow(
                run.id(),
                run.at(),
                regions.get(run.district()).name(),
                run.demands(),
                run.contacts(),
                run.texts(),
                run.places(),
                run.photos(),
                run.oldest(),
                run.digest(),
                run.remaining());
    }
}
