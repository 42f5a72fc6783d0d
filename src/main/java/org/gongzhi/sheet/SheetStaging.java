package org.gongzhi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.sheet.SheetKind.Judged;
import org.gongzhi.sheet.SheetKind.Line;
import org.springframework.stereotype.Component;

/** Reads a sheet through and has every line judged, some thousand at a time. */
@Component
class SheetStaging {

    private static final int AT_ONCE = 2_000;

    private final Transactions transactions;
    private final SheetImports imports;
    private final SheetRows rows;

    SheetStaging(Transactions transactions, SheetImports imports, SheetRows rows) {
        this.transactions = transactions;
        this.imports = imports;
        this.rows = rows;
    }

    /** Judges all lines anew; what was judged before is forgotten. */
    void judge(Actor actor, SheetKind kind, SheetImport sheet, Progress progress, boolean isDryRun) {
        byte[] content = transactions
                .read(actor, () -> imports.content(sheet.id()))
                .orElseThrow(() -> new IllegalStateException("the sheet of import " + sheet.id() + " is gone"));
        transactions.write(actor, () -> {
            rows.clear(sheet.id());
            return Outcome.done(true);
        });
        SheetKind.Judge judge = kind.judge(actor, sheet.order(), use -> each(content, sheet, use));
        var batch = new ArrayList<Line>(AT_ONCE);
        Map<String, Integer> firsts = new HashMap<>();
        var done = new long[1];
        each(content, sheet, line -> {
            batch.add(line);
            if (batch.size() == AT_ONCE) {
                done[0] += judge(actor, judge, sheet, batch, firsts);
                progress.report(done[0], null, "已核对 %,d 行".formatted(done[0]));
            }
        });
        judge(actor, judge, sheet, batch, firsts);
        transactions
                .write(actor, () -> {
                    imports.judged(sheet.id(), rows.tally(sheet.id()), isDryRun);
                    return Outcome.done(true);
                })
                .orThrow();
    }

    private int judge(
            Actor actor, SheetKind.Judge judge, SheetImport sheet, List<Line> batch, Map<String, Integer> firsts) {
        int size = batch.size();
        if (size > 0) {
            transactions
                    .write(actor, () -> {
                        List<Judged> judged = judge.judge(List.copyOf(batch)).stream()
                                .map(line -> firstOfItsKey(line, firsts))
                                .toList();
                        rows.add(sheet.id(), judged);
                        return Outcome.done(judged.size());
                    })
                    .orThrow();
            batch.clear();
        }
        return size;
    }

    /** The first good line with a key stands, later ones with the same are wrong. */
    private static Judged firstOfItsKey(Judged line, Map<String, Integer> firsts) {
        if (line.verdict() == SheetKind.Verdict.WRONG) {
            return line;
        }
        int first = firsts.computeIfAbsent(line.key(), key -> line.line());
        return first == line.line()
                ? line
                : Judged.wrong(line.line(), line.key(), Outcome.refused(SheetRefusal.KEY_REPEATED, line.key(), first));
    }

    /** The lines below the headings, by the columns chosen. */
    static void each(byte[] content, SheetImport sheet, java.util.function.Consumer<Line> use) {
        SheetMapping mapping = sheet.mapping();
        Map<Integer, String> columns = new HashMap<>();
        if (mapping != null) {
            mapping.columns().forEach((column, heading) -> {
                int at = sheet.headings().indexOf(heading);
                if (at >= 0) {
                    columns.put(at, column);
                }
            });
        }
        SheetReader.read(content, (number, cells) -> {
            if (number > sheet.headingLine()) {
                Map<String, String> named = new HashMap<>();
                columns.forEach((at, column) -> {
                    if (at < cells.size() && !cells.get(at).isEmpty()) {
                        named.put(column, cells.get(at));
                    }
                });
                use.accept(new Line(number, named));
            }
            return true;
        });
    }

    /** Whether the lines judged are all here; after a crash of the database they are not. */
    boolean isWhole(Actor actor, SheetImport sheet) {
        UUID id = sheet.id();
        return transactions.read(actor, () -> rows.isWhole(id, sheet.counts().lines()));
    }
}
