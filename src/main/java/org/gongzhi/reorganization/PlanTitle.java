package org.gongzhi.reorganization;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongzhi.http.Problems;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;

/** A plan in one line, and its questions as people are asked them. */
final class PlanTitle {

    private final Problems words;

    PlanTitle(Problems words) {
        this.words = words;
    }

    String of(Reorganization change) {
        String from = names(change, true);
        String to = names(change, false);
        return words.word("reorganization.title." + change.asked().kind().name().toLowerCase(Locale.ROOT), from, to);
    }

    /** Of nodes that go along only the roots are named. */
    private static String names(Reorganization change, boolean isFrom) {
        return change.plan().nodes().stream()
                .filter(node -> isFrom ? isNamedFrom(change, node) : isNamedTo(change, node))
                .map(node -> Objects.requireNonNullElse(isFrom ? node.fromName() : toWords(change, node), ""))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static String toWords(Reorganization change, Node node) {
        // 永安里社区 moves into 双井街道: the last but one of the path.
        if (change.asked().kind() == Asked.Kind.MOVE && node.toPath() != null) {
            String[] path = node.toPath().split(" › ", -1);
            return path.length > 1 ? path[path.length - 2] : node.toPath();
        }
        return Objects.requireNonNullElse(node.toName(), "");
    }

    private static boolean isNamedFrom(Reorganization change, Node node) {
        return switch (change.asked().kind()) {
            case RENAME -> node.what() == What.RENAMED;
            case MOVE -> node.what() == What.MOVED && node.toPath() != null;
            case MERGE -> node.what() == What.MERGED;
            case SPLIT -> node.what() == What.SPLIT || node.what() == What.KEPT;
            case OPEN -> false;
            case CLOSE -> node.what() == What.CLOSED;
        };
    }

    private static boolean isNamedTo(Reorganization change, Node node) {
        return switch (change.asked().kind()) {
            case RENAME -> node.what() == What.RENAMED;
            case MOVE -> node.what() == What.MOVED && node.toPath() != null;
            case MERGE -> node.what() == What.MERGED;
            case SPLIT -> node.what() == What.OPENED || node.what() == What.KEPT;
            case OPEN -> node.what() == What.OPENED;
            case CLOSE -> false;
        };
    }

    String question(Plan.Question question) {
        if (question.label() == null) {
            return words.word("reorganization.question." + question.key());
        }
        String[] person = question.label().split("\\|", 2);
        return words.word("reorganization.question.duty", person[0], words.word("identity.duty." + person[1]));
    }
}
