package org.gongzhi.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change.
 *
 * @param nodes codes of regions, or ids of departments
 * @param parent the region it moves to, or in which it is opened
 * @param into the one that others are merged into; without it, a new one named {@code name} is made
 * @param nodeKind of a new node: street, community, grid …; office or service
 * @param parts what a node is split into
 * @param choices who gets what is ambiguous: by question, the number of the part
 */
record Asked(
        Subject subject,
        Kind kind,
        List<String> nodes,
        @Nullable String parent,
        @Nullable String into,
        @Nullable String name,
        @Nullable String nodeKind,
        List<Part> parts,
        Map<String, Integer> choices,
        LocalDate effectiveOn) {

    enum Subject {
        REGION,
        DEPARTMENT
    }

    enum Kind {
        RENAME,
        MOVE,
        MERGE,
        SPLIT,
        OPEN,
        CLOSE
    }

    /** @param keeps goes on under the old name and code */
    record Part(@Nullable String name, boolean keeps, List<String> children) {}

    Asked {
        nodes = List.copyOf(nodes);
        parts = List.copyOf(parts);
        choices = Map.copyOf(choices);
    }

    @Nullable
    Integer choice(String question) {
        return choiceAmong(question, parts.size());
    }

    @Nullable
    Integer choiceAmong(String question, int options) {
        Integer chosen = choices.get(question);
        return chosen != null && chosen >= 0 && chosen < options ? chosen : null;
    }

    /** For {@code duty:<id>} and the like: their own choice, else that of all duties. */
    static String dutyQuestion(UUID duty) {
        return "duty:" + duty;
    }
}
