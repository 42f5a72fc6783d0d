package org.gongzhi.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;

/**
 * How a sheet is to be read.
 *
 * @param columns column code → heading of the sheet
 * @param words by translated column: what the sheet says → code
 * @param options of the kind's own
 */
public record SheetMapping(
        Map<String, String> columns, Map<String, Map<String, String>> words, Map<String, String> options) {

    private static final int MOST_WORDS = 2_000;

    public SheetMapping {
        columns = Map.copyOf(columns);
        words = Map.copyOf(words);
        options = Map.copyOf(options);
    }

    /** What a mapping that was kept still says where rules no longer add some of its columns. */
    SheetMapping among(List<SheetKind.Column> known) {
        Set<String> codes = known.stream().map(SheetKind.Column::code).collect(Collectors.toSet());
        return new SheetMapping(
                columns.entrySet().stream()
                        .filter(column -> codes.contains(column.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                words,
                options);
    }

    /** Every column is one of the kind's, every heading one of the sheet's and used once, and nothing needed is missing. */
    static Outcome<SheetMapping> checked(SheetMapping mapping, List<SheetKind.Column> columns, List<String> headings) {
        Set<String> used = new HashSet<>();
        for (Map.Entry<String, String> choice : mapping.columns().entrySet()) {
            if (columns.stream().noneMatch(column -> column.code().equals(choice.getKey()))) {
                return Outcome.invalid("columns", SheetRefusal.COLUMN_UNKNOWN, choice.getKey());
            }
            if (!headings.contains(choice.getValue())) {
                return Outcome.invalid("columns", SheetRefusal.HEADING_UNKNOWN, choice.getValue());
            }
            if (!used.add(choice.getValue())) {
                return Outcome.invalid("columns", SheetRefusal.HEADING_TWICE, choice.getValue());
            }
        }
        for (SheetKind.Column column : columns) {
            if (column.isNeeded() && !mapping.columns().containsKey(column.code())) {
                return Outcome.invalid(
                        "columns",
                        SheetRefusal.COLUMN_MISSING,
                        column.headings().getFirst());
            }
        }
        return mapping.words().values().stream().anyMatch(each -> each.size() > MOST_WORDS)
                ? Outcome.invalid("words", SheetRefusal.WORD_UNKNOWN, "…")
                : Outcome.done(mapping);
    }
}
