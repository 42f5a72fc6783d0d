package org.gongzhi.reorganization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
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

/** 区划与部门调整: plans, what stands behind their numbers, application and undoing. */
@RestController
@RequestMapping("/api/reorganizations")
class ReorganizationController {

    private static final int MOST = 100;

    private final Transactions transactions;
    private final ReorganizationPermissions permissions;
    private final PlanReorganization planReorganization;
    private final ApplyReorganization applyReorganization;
    private final Reorganizations reorganizations;
    private final ReorganizationQueries queries;
    private final RegionLookup regions;
    private final Commands commands;
    private final Answers answers;
    private final Problems words;

    ReorganizationController(
            Transactions transactions,
            ReorganizationPermissions permissions,
            PlanReorganization planReorganization,
            ApplyReorganization applyReorganization,
            Reorganizations reorganizations,
            ReorganizationQueries queries,
            RegionLookup regions,
            Commands commands,
            Answers answers,
            Problems words) {
        this.transactions = transactions;
        this.permissions = permissions;
        this.planReorganization = planReorganization;
        this.applyReorganization = applyReorganization;
        this.reorganizations = reorganizations;
        this.queries = queries;
        this.regions = regions;
        this.commands = commands;
        this.answers = answers;
        this.words = words;
    }

    record Part(
            @Nullable String name, boolean keeps, @NotNull List<String> children) {}

    record PlanRequest(
            @OneOf({"region", "department"}) @NotNull String subject,

            @OneOf({"rename", "move", "merge", "split", "open", "close"}) @NotNull
            String kind,

            @NotNull List<String> nodes,
            @Nullable String parent,
            @Nullable String into,
            @Nullable String name,
            @Nullable String nodeKind,
            @Nullable List<@Valid Part> parts,
            @Nullable Map<String, Integer> choices,
            @NotNull LocalDate effectiveOn,
            @Nullable UUID replaces) {}

    record Item(
            String key,
            String label,
            String state,
            @Schema(format = "region-code") String regionCode,
            String place) {}

    record Department(
            UUID id,
            String name,
            @OneOf({"office", "service"}) String kind) {}

    record Begun(UUID jobId) {}

    record Dropped(UUID id) {}

    @GetMapping
    Answer<Page<ReorganizationView>> page(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return read(actor, () -> {
            Page<Reorganization> page = reorganizations.page(Cursor.decode(after), Math.clamp(limit, 1, MOST));
            return Outcome.done(new Page<>(page.items().stream().map(this::view).toList(), page.next(), null));
        });
    }

    @GetMapping("/{id}")
    Answer<ReorganizationView> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        return read(actor, () -> reorganizations.findOrRefuse(id).map(this::view));
    }

    /** The rows behind a number of the plan: as they stand now. */
    @GetMapping("/{id}/lines/{topic}")
    Answer<Page<Item>> line(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return read(actor, () -> reorganizations.findOrRefuse(id).map(change -> items(change, topic, after, most)));
    }

    @GetMapping("/departments")
    Answer<Items<Department>> departments(@CurrentActor Actor actor, @RequestParam String region) {
        return read(
                actor,
                () -> Outcome.done(new Items<>(RegionCode.parse(region)
                        .map(code -> queries.departmentsAt(code).stream()
                                .filter(ReorganizationQueries.Department::isActive)
                                .map(department ->
                                        new Department(department.id(), department.name(), department.kind()))
                                .toList())
                        .orElse(List.of()))));
    }

    @PostMapping
    Answer.Created<ReorganizationView> plan(
            @CurrentActor Actor actor, @Valid @RequestBody PlanRequest body, HttpServletRequest request) {
        Actor seeing = permissions.seeing(actor);
        return commands.created(
                seeing,
                request,
                body,
                () -> asked(body)
                        .then(asked -> planReorganization.plan(seeing, asked, body.replaces()))
                        .map(this::view));
    }

    @PostMapping("/{id}/application")
    Answer.Accepted<Begun> apply(@CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor seeing = permissions.seeing(actor);
        return commands.accepted(
                seeing,
                request,
                null,
                () -> applyReorganization.apply(seeing, id).map(Begun::new));
    }

    @PostMapping("/{id}/undoing")
    Answer.Accepted<Begun> undo(@CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor seeing = permissions.seeing(actor);
        return commands.accepted(
                seeing,
                request,
                null,
                () -> applyReorganization.undo(seeing, id).map(Begun::new));
    }

    @DeleteMapping("/{id}")
    Answer.Changed<Dropped> drop(@CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor seeing = permissions.seeing(actor);
        return commands.run(
                seeing,
                request,
                null,
                () -> permissions
                        .mayReorganize(seeing)
                        .then(_ -> reorganizations.findOrRefuse(id))
                        .then(change -> change.state() == Reorganization.State.PLANNED
                                ? Outcome.done(change)
                                : Outcome.refused(ReorganizationRefusal.NOT_PLANNED))
                        .map(_ -> {
                            reorganizations.drop(id);
                            return new Dropped(id);
                        }));
    }

    private <T> Answer<T> read(Actor actor, java.util.function.Supplier<Outcome<T>> work) {
        Actor seeing = permissions.seeing(actor);
        return answers.of(
                transactions.read(seeing, () -> permissions.mayReorganize(actor).then(_ -> work.get())));
    }

    private Page<Item> items(Reorganization change, String topic, @Nullable String after, int limit) {
        Asked.Subject subject = change.asked().subject();
        List<String> olds = change.plan().olds();
        List<Long> codes = subject == Asked.Subject.REGION
                ? olds.stream().map(Long::parseLong).toList()
                : List.of();
        List<ReorganizationQueries.Item> fetched = switch (topic) {
            case "cases" -> queries.cases(subject, olds, after, limit + 1);
            case "todos" -> queries.todos(subject, olds, after, limit + 1);
            case "duties" -> queries.duties(subject, olds, after, limit + 1);
            case "departments" -> queries.departments(codes, after, limit + 1);
            case "rules" -> queries.rules(codes, after, limit + 1);
            default -> List.of();
        };
        boolean more = fetched.size() > limit;
        List<ReorganizationQueries.Item> shown = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(
                shown.stream()
                        .map(item -> new Item(
                                item.key(),
                                item.label(),
                                state(topic, item.state()),
                                item.regionCode(),
                                regions.pathText(new RegionCode(Long.parseLong(item.regionCode())))))
                        .toList(),
                more ? shown.getLast().key() : null,
                null);
    }

    private String state(String topic, String state) {
        return words.word(
                switch (topic) {
                    case "cases" -> "ledger.status." + state;
                    case "duties" -> "identity.duty." + state;
                    case "departments" -> "reorganization.department." + state;
                    default -> "reorganization.step." + state;
                });
    }

    private static Outcome<Asked> asked(PlanRequest body) {
        Optional<Asked.Subject> subject = constant(Asked.Subject.values(), body.subject());
        Optional<Asked.Kind> kind = constant(Asked.Kind.values(), body.kind());
        if (subject.isEmpty() || kind.isEmpty()) {
            return Outcome.invalid("kind", ReorganizationRefusal.CHANGE_UNKNOWN);
        }
        List<Part> parts = body.parts() == null ? List.of() : body.parts();
        return Outcome.done(new Asked(
                subject.get(),
                kind.get(),
                body.nodes(),
                body.parent(),
                body.into(),
                body.name(),
                body.nodeKind(),
                parts.stream()
                        .map(part -> new Asked.Part(part.name(), part.keeps(), part.children()))
                        .toList(),
                body.choices() == null ? Map.of() : body.choices(),
                body.effectiveOn()));
    }

    private static PlanRequest asked(Asked asked) {
        return new PlanRequest(
                asked.subject().name().toLowerCase(Locale.ROOT),
                asked.kind().name().toLowerCase(Locale.ROOT),
                asked.nodes(),
                asked.parent(),
                asked.into(),
                asked.name(),
                asked.nodeKind(),
                asked.parts().stream()
                        .map(part -> new Part(part.name(), part.keeps(), part.children()))
                        .toList(),
                asked.choices(),
                asked.effectiveOn(),
                null);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private ReorganizationView view(Reorganization change) {
        return ReorganizationView.of(change, asked(change.asked()), words);
    }
}
