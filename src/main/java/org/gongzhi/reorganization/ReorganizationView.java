package org.gongzhi.reorganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.jspecify.annotations.Nullable;

/** @param nodes those that change by themselves; what only goes along below them is counted in {@code nodeCount} */
record ReorganizationView(
        UUID id,
        @OneOf({"region", "department"}) String subject,

        @OneOf({"rename", "move", "merge", "split", "open", "close"})
        String kind,

        @OneOf({"planned", "applying", "applied", "undoing", "undone", "dropped"})
        String state,

        String title,
        ReorganizationController.PlanRequest asked,
        LocalDate effectiveOn,
        String planner,
        Instant plannedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        @Nullable UUID jobId,
        @Nullable Long rowsMoved,
        int nodeCount,
        List<Node> nodes,
        List<Line> lines,
        List<Question> questions,
        List<String> notes) {

    private static final Set<String> LISTED = Set.of("cases", "todos", "duties", "departments", "rules");

    record Node(
            @OneOf({"renamed", "moved", "opened", "merged", "split", "kept", "closed"})
            String what,

            @Nullable String from,
            @Nullable String fromName,
            @Nullable String fromPath,
            @Nullable String to,
            @Nullable String toName,
            @Nullable String toPath,
            int level) {}

    record Line(
            String topic, String name, long count, @Nullable Long open, boolean listed) {}

    record Question(
            String key,
            String name,
            long count,
            List<String> options,
            @Nullable Integer chosen) {}

    static ReorganizationView of(Reorganization change, ReorganizationController.PlanRequest asked, Problems words) {
        PlanTitle titles = new PlanTitle(words);
        Plan plan = change.plan();
        return new ReorganizationView(
                change.id(),
                asked.subject(),
                asked.kind(),
                code(change.state()),
                titles.of(change),
                asked,
                change.asked().effectiveOn(),
                change.planner(),
                change.plannedAt(),
                change.appliedAt(),
                change.undoneAt(),
                change.jobId(),
                change.rowsMoved(),
                plan.nodes().size(),
                plan.nodes().stream()
                        .filter(node -> node.what() != Plan.What.MOVED || node.toPath() != null)
                        .map(node -> new Node(
                                code(node.what()),
                                node.from(),
                                node.fromName(),
                                node.fromPath(),
                                node.to(),
                                node.toName(),
                                node.toPath(),
                                node.level()))
                        .toList(),
                plan.lines().stream()
                        .map(line -> new Line(
                                line.topic(),
                                words.word("reorganization.topic." + line.topic()),
                                line.count(),
                                line.open(),
                                LISTED.contains(line.topic())))
                        .toList(),
                plan.questions().stream()
                        .map(question -> new Question(
                                question.key(),
                                titles.question(question),
                                question.count(),
                                question.options(),
                                question.chosen()))
                        .toList(),
                plan.notes().stream()
                        .map(note -> words.word(
                                "reorganization.note." + note.key(),
                                note.facts().toArray()))
                        .toList());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
