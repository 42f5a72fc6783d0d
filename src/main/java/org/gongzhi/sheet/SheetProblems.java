package org.gongzhi.sheet;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** What is wrong with a sheet's lines, said in sentences: the first of them on the screen, all of them as a sheet to be mended and sent again. */
@Component
class SheetProblems {

    private static final int AT_ONCE = 5_000;

    /** {@code remedy} is empty where the sentence says it all. */
    record Problem(int line, String key, String column, String problem, String remedy) {}

    private final SheetImports imports;
    private final SheetRows rows;
    private final Problems sentences;
    private final Transactions transactions;
    private final Audit audit;

    SheetProblems(SheetImports imports, SheetRows rows, Problems sentences, Transactions transactions, Audit audit) {
        this.imports = imports;
        this.rows = rows;
        this.sentences = sentences;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** In the reader's language; inside the reader's transaction. */
    List<Problem> first(SheetImport sheet, int atMost) {
        return rows.wrong(sheet.id(), 0, atMost).stream()
                .map(wrong -> said(sheet, wrong))
                .toList();
    }

    /** The sheet itself, if it is still kept; it holds names and phones, so that it was taken is on record. */
    Optional<byte[]> open(Actor actor, SheetImport sheet) {
        return transactions
                .write(actor, () -> {
                    Optional<byte[]> content = imports.content(sheet.id());
                    content.ifPresent(_ -> audit.record(
                            actor,
                            "sheet.problems",
                            "sheet_import",
                            sheet.id(),
                            sheet.region(),
                            null,
                            Map.of("name", sheet.name(), "wrong", sheet.counts().wrong()),
                            null));
                    return Outcome.done(content);
                })
                .orThrow();
    }

    /** The wrong lines as they came, each with its problem and what to do; when they are mended the sheet can be brought as it is. */
    void write(Actor actor, SheetImport sheet, byte[] content, OutputStream out) {
        List<String> headings = new ArrayList<>(List.of("问题", "怎么改"));
        headings.addAll(sheet.headings());
        var wrong = new Wrongs(actor, sheet);
        SheetWriter.xlsx(
                out,
                "有问题的行",
                headings,
                lines -> SheetReader.read(content, (number, cells) -> {
                    Problem problem = wrong.of(number);
                    if (problem != null) {
                        List<String> line = new ArrayList<>(List.of(problem.problem(), problem.remedy()));
                        line.addAll(cells);
                        lines.accept(line);
                    }
                    return true;
                }));
    }

    /** Read some thousand at a time, in the order of the lines. */
    private final class Wrongs {
        private final Actor actor;
        private final SheetImport sheet;
        private final Map<Integer, Problem> known = new HashMap<>();
        private int to;
        private boolean isAll;

        Wrongs(Actor actor, SheetImport sheet) {
            this.actor = actor;
            this.sheet = sheet;
        }

        @org.jspecify.annotations.Nullable
        Problem of(int line) {
            while (!isAll && line > to) {
                int from = to;
                UUID id = sheet.id();
                List<SheetRows.Wrong> more = transactions.read(actor, () -> rows.wrong(id, from, AT_ONCE));
                known.clear();
                more.forEach(wrong -> known.put(wrong.line(), said(sheet, wrong)));
                isAll = more.size() < AT_ONCE;
                to = more.isEmpty() ? to : more.getLast().line();
            }
            return known.get(line);
        }
    }

    private Problem said(SheetImport sheet, SheetRows.Wrong wrong) {
        SheetMapping mapping = sheet.mapping();
        String heading = wrong.field() == null || mapping == null
                ? ""
                : mapping.columns().getOrDefault(wrong.field(), "");
        return new Problem(
                wrong.line(),
                wrong.key(),
                heading,
                sentences.word(wrong.problem(), wrong.facts().toArray()),
                sentences.wordOr(wrong.problem() + ".remedy", ""));
    }
}
