package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, as it is shown and as it is carried out.
 *
 * @param lines what it touches, with counts of the moment of planning
 * @param questions what has to be decided before it can be applied
 * @param notes what one should know: names that were made different, rules that end
 */
record Plan(List<Node> nodes, List<Pair> pairs, List<Line> lines, List<Question> questions, List<Note> notes) {

    enum What {
        RENAMED,
        /** The same place under another code. */
        MOVED,
        OPENED,
        /** Closed; goes on in {@code to}, which is there or is opened. */
        MERGED,
        /** Closed; goes on in several. */
        SPLIT,
        KEPT,
        CLOSED
    }

    /**
     * One node before and after.
     *
     * @param from code or id; null for what is opened
     * @param to code or id; null for what is closed without a successor
     * @param parent the region above {@code to}
     */
    record Node(
            What what,
            @Nullable String from,
            @Nullable String fromName,
            @Nullable String fromPath,
            @Nullable String to,
            @Nullable String toName,
            @Nullable String toPath,
            int level,
            @Nullable String parent,
            String kind) {}

    /**
     * Rows that name {@code from} will name {@code to}.
     *
     * @param topic "" for all; else a choice of its own
     * @param joined the new one has rows of its own
     */
    record Pair(String topic, String from, String to, boolean joined) {}

    /** @param open of the cases: those not over */
    record Line(String topic, long count, @Nullable Long open) {}

    /** @param label of a question about one person: who it is */
    record Question(
            String key,
            long count,
            @Nullable String label,
            List<String> options,
            @Nullable Integer chosen) {}

    /** @param key the sentence; the facts fill it */
    record Note(String key, List<String> facts) {}

    Plan {
        nodes = List.copyOf(nodes);
        pairs = List.copyOf(pairs);
        lines = List.copyOf(lines);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }

    boolean hasOpenQuestions() {
        return questions.stream().anyMatch(question -> question.chosen() == null && question.count() > 0);
    }

    /** Codes whose rows get others. */
    List<String> olds() {
        return pairs.stream()
                .filter(pair -> !pair.from().equals(pair.to()))
                .map(Pair::from)
                .distinct()
                .toList();
    }

    /** Codes that nothing had before. */
    List<String> fresh() {
        List<String> fresh = new ArrayList<>();
        for (Node node : nodes) {
            if ((node.what() == What.MOVED || node.what() == What.OPENED) && node.to() != null) {
                fresh.add(node.to());
            }
        }
        return fresh;
    }

    /** Every node that is not the same afterwards. */
    Set<String> touches() {
        Set<String> touches = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.from() != null) {
                touches.add(node.from());
            }
            if (node.to() != null) {
                touches.add(node.to());
            }
        }
        return touches;
    }
}
