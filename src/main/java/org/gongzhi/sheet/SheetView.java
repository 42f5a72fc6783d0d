package org.gongzhi.sheet;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of sheets to those who bring them: every question asks whether this person may bring such a sheet at all. */
@Component
class SheetView {

    private static final int FIRST_PROBLEMS = 20;
    private static final int MOST_WORDS = 500;

    record Sheet(
            UUID id,
            String kind,
            String name,
            long bytes,
            String person,

            @OneOf({"uploaded", "checking", "checked", "applying", "applied", "undoing", "undone"})
            String state,

            @Nullable UUID jobId,
            boolean hasContent,
            int lines,
            int fresh,
            int changed,
            int same,
            int wrong,
            int applied,
            int undone,
            int kept,
            Instant createdAt,
            @Nullable Instant checkedAt,
            @Nullable Instant appliedAt,
            @Nullable Instant undoneAt) {

        static Sheet of(SheetImport sheet) {
            SheetImport.Counts counts = sheet.counts();
            return new Sheet(
                    sheet.id(),
                    sheet.kind(),
                    sheet.name(),
                    sheet.bytes(),
                    sheet.person(),
                    sheet.state(),
                    sheet.jobId(),
                    sheet.hasContent(),
                    counts.lines(),
                    counts.fresh(),
                    counts.changed(),
                    counts.same(),
                    counts.wrong(),
                    counts.applied(),
                    counts.undone(),
                    counts.kept(),
                    sheet.createdAt(),
                    sheet.checkedAt(),
                    sheet.appliedAt(),
                    sheet.undoneAt());
        }
    }

    /** {@code isAdded}: by rules of the territory, beside what every sheet of the kind may have. */
    record Column(String code, String name, boolean isNeeded, boolean isTranslated, boolean isAdded) {}

    record May(boolean check, boolean apply, boolean undo) {}

    /** {@code mapping}: as ordered, else as kept under the name used last, else as the headings suggest. */
    record Page(
            Sheet sheet,
            List<String> headings,
            List<List<String>> sample,
            List<Column> columns,
            SheetMapping mapping,
            List<SheetMappings.Kept> keptMappings,
            List<SheetProblems.Problem> problems,
            May may) {}

    record Word(String said, int lines, @Nullable String meaning) {}

    record Words(List<Word> words, List<SheetKind.Meaning> meanings) {}

    private final SheetKinds kinds;
    private final SheetImports imports;
    private final SheetMappings mappings;
    private final SheetProblems problems;
    private final Problems sentences;
    private final Transactions transactions;

    SheetView(
            SheetKinds kinds,
            SheetImports imports,
            SheetMappings mappings,
            SheetProblems problems,
            Problems sentences,
            Transactions transactions) {
        this.kinds = kinds;
        this.imports = imports;
        this.mappings = mappings;
        this.problems = problems;
        this.sentences = sentences;
        this.transactions = transactions;
    }

    Outcome<List<Sheet>> latest(Actor actor, String kind) {
        return kinds.allowed(actor, kind)
                .map(known -> transactions.read(actor, () -> imports.latest(actor, known.code())).stream()
                        .map(Sheet::of)
                        .toList());
    }

    Outcome<SheetImport> find(Actor actor, UUID id) {
        return transactions
                .read(actor, () -> imports.find(actor, id))
                .<Outcome<SheetImport>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(SheetRefusal.UNKNOWN))
                .unless(sheet -> kinds.allowed(actor, sheet.kind()));
    }

    Outcome<Page> page(Actor actor, UUID id) {
        return find(actor, id)
                .then(sheet -> kinds.named(sheet.kind())
                        .map(kind -> transactions.read(actor, () -> page(actor, sheet, kind))));
    }

    private Page page(Actor actor, SheetImport sheet, SheetKind kind) {
        List<SheetMappings.Kept> kept = mappings.at(actor, sheet.kind());
        List<SheetKind.Column> columns = kind.columns(actor);
        return new Page(
                Sheet.of(sheet),
                sheet.headings(),
                imports.sample(sheet.id()),
                columns.stream()
                        .map(column -> new Column(
                                column.code(),
                                name(kind, column),
                                column.isNeeded(),
                                column.isTranslated(),
                                column.name() != null))
                        .toList(),
                sheet.mapping() == null ? proposed(sheet, columns, kept) : sheet.mapping(),
                kept,
                problems.first(sheet, FIRST_PROBLEMS),
                new May(
                        sheet.mayCheck().isDone(),
                        sheet.mayApply().isDone(),
                        sheet.mayUndo().isDone()));
    }

    /** A kept mapping whose headings are all here fits; of several the one that names most. */
    private static SheetMapping proposed(
            SheetImport sheet, List<SheetKind.Column> columns, List<SheetMappings.Kept> kept) {
        return kept.stream()
                .map(each -> each.mapping().among(columns))
                .filter(mapping ->
                        sheet.headings().containsAll(mapping.columns().values()))
                .max(java.util.Comparator.comparingInt(
                        mapping -> mapping.columns().size()))
                .orElseGet(() -> new SheetMapping(SheetHead.propose(sheet.headings(), columns), Map.of(), Map.of()));
    }

    private String name(SheetKind kind, SheetKind.Column column) {
        return column.name() != null ? column.name() : sentences.word(kind.code() + ".column." + column.code());
    }

    /** What a column says, most frequent first, and what each word may mean: the same name, where there is one. */
    Outcome<Words> words(Actor actor, UUID id, String column, String heading) {
        return find(actor, id)
                .then(sheet -> kinds.named(sheet.kind()).then(kind -> words(actor, sheet, kind, column, heading)));
    }

    private Outcome<Words> words(Actor actor, SheetImport sheet, SheetKind kind, String column, String heading) {
        if (transactions.read(actor, () -> kind.columns(actor)).stream()
                .noneMatch(known -> known.code().equals(column) && known.isTranslated())) {
            return Outcome.invalid("column", SheetRefusal.COLUMN_UNKNOWN, column);
        }
        int at = sheet.headings().indexOf(heading);
        if (at < 0) {
            return Outcome.invalid("heading", SheetRefusal.HEADING_UNKNOWN, heading);
        }
        Optional<byte[]> content = transactions.read(actor, () -> imports.content(sheet.id()));
        if (content.isEmpty()) {
            return Outcome.refused(SheetRefusal.CONTENT_GONE);
        }
        Map<String, Integer> said = new LinkedHashMap<>();
        SheetReader.read(content.get(), (number, cells) -> {
            if (number > sheet.headingLine()
                    && at < cells.size()
                    && !cells.get(at).isEmpty()
                    && (said.size() < MOST_WORDS || said.containsKey(cells.get(at)))) {
                said.merge(cells.get(at), 1, Integer::sum);
            }
            return true;
        });
        List<SheetKind.Meaning> meanings = transactions.read(actor, () -> kind.meanings(actor, column));
        Map<String, String> byName = new HashMap<>();
        meanings.forEach(meaning -> byName.putIfAbsent(meaning.name(), meaning.code()));
        Map<String, String> chosen =
                sheet.mapping() == null ? Map.of() : sheet.mapping().words().getOrDefault(column, Map.of());
        return Outcome.done(new Words(
                said.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(word -> new Word(
                                word.getKey(),
                                word.getValue(),
                                chosen.getOrDefault(word.getKey(), byName.get(word.getKey()))))
                        .toList(),
                meanings));
    }

    /** An empty sheet with the columns of a kind. */
    Outcome<byte[]> template(Actor actor, String kindCode) {
        return kinds.allowed(actor, kindCode).map(kind -> {
            var out = new ByteArrayOutputStream();
            SheetWriter.xlsx(
                    out,
                    "模板",
                    transactions.read(actor, () -> kind.columns(actor)).stream()
                            .map(column -> column.headings().getFirst())
                            .toList(),
                    _ -> {});
            return out.toByteArray();
        });
    }
}
