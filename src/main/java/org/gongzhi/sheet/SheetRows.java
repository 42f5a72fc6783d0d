package org.gongzhi.sheet;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.sheet.SheetKind.Judged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lines as they were judged, until they are applied. */
@Repository
class SheetRows {

    private final Sql sql;

    SheetRows(Sql sql) {
        this.sql = sql;
    }

    record Tally(int lines, int fresh, int changed, int same, int wrong) {}

    /** A line that cannot be imported; the sentence is made of code and facts when somebody reads it. */
    record Wrong(
            int line, String key, String problem, @Nullable String field, List<String> facts) {}

    void clear(UUID importId) {
        sql.of("delete from sheet_row where import_id = :id")
                .bind("id", importId)
                .update();
    }

    /** Through a table of this transaction: tables under row-level security take no COPY. */
    void add(UUID importId, List<Judged> judged) {
        sql.of("""
                create temp table if not exists judged_row (line integer, key text, verdict text, kept text[], problem text, field text, facts text[], turn bigint)
                on commit drop""").update();
        sql.of("truncate judged_row").update();
        sql.copyIn("copy judged_row from stdin", rows -> {
            for (Judged line : judged) {
                write(rows, line);
            }
        });
        sql.of("""
                insert into sheet_row (import_id, line, key, verdict, kept, problem, field, facts, turn)
                select :id, line, key, verdict, kept, problem, field, facts, turn from judged_row order by line""").bind("id", importId).update();
    }

    Tally tally(UUID importId) {
        return sql.of("""
                        select count(*) as lines, count(*) filter (where verdict = 'new') as fresh, count(*) filter (where verdict = 'changed') as changed,
                               count(*) filter (where verdict = 'same') as same, count(*) filter (where verdict = 'wrong') as wrong
                        from sheet_row where import_id = :id""")
                .bind("id", importId)
                .one(row -> new Tally(
                        row.whole("lines"),
                        row.whole("fresh"),
                        row.whole("changed"),
                        row.whole("same"),
                        row.whole("wrong")));
    }

    /** Whether every line is still here: a crash of the database empties the table. */
    boolean isWhole(UUID importId, int lines) {
        return sql.of("select count(*) from sheet_row where import_id = :id")
                        .bind("id", importId)
                        .count()
                == lines;
    }

    /** Those after a line of a turn, as they are applied. */
    List<Judged> next(UUID importId, long turn, int line, int atMost) {
        return sql.of("""
                        select line, key, verdict, kept, turn from sheet_row
                        where import_id = :id and (turn, line) > (:turn, :line) and verdict in ('new', 'changed') order by turn, line limit :most""")
                .bind("id", importId)
                .bind("turn", turn)
                .bind("line", line)
                .bind("most", atMost)
                .list(row -> new Judged(
                        row.whole("line"),
                        row.text("key"),
                        SheetKind.Verdict.valueOf(row.text("verdict").toUpperCase(Locale.ROOT)),
                        withNulls(row),
                        null,
                        row.number("turn")));
    }

    List<Wrong> wrong(UUID importId, int after, int atMost) {
        return sql.of("""
                        select line, key, problem, field, facts from sheet_row
                        where import_id = :id and line > :after and verdict = 'wrong' order by line limit :most""")
                .bind("id", importId)
                .bind("after", after)
                .bind("most", atMost)
                .list(row -> new Wrong(
                        row.whole("line"),
                        row.text("key"),
                        row.text("problem"),
                        row.textOrNull("field"),
                        row.texts("facts")));
    }

    private static List<@Nullable String> withNulls(Sql.Row row) throws java.sql.SQLException {
        @Nullable
        String[] values = (@Nullable String[]) row.rs().getArray("kept").getArray();
        List<@Nullable String> kept = new ArrayList<>(values.length);
        for (@Nullable String value : values) {
            kept.add(value);
        }
        return kept;
    }

    private static void write(Writer rows, Judged line) throws IOException {
        Outcome.Refused<?> problem = line.problem();
        rows.append(Integer.toString(line.line())).append('\t');
        text(rows, line.key());
        rows.append('\t').append(line.verdict().name().toLowerCase(Locale.ROOT)).append('\t');
        array(rows, line.kept());
        rows.append('\t');
        text(rows, problem == null ? null : problem.reason().code());
        rows.append('\t');
        text(rows, problem == null ? null : problem.field());
        rows.append('\t');
        array(
                rows,
                problem == null
                        ? List.of()
                        : problem.facts().stream().map(String::valueOf).toList());
        rows.append('\t').append(Long.toString(line.turn())).append('\n');
    }

    private static void text(Writer rows, @Nullable String text) throws IOException {
        rows.append(text == null ? "\\N" : escaped(text));
    }

    /** An array's own quoting first, then that of COPY. */
    private static void array(Writer rows, List<? extends @Nullable String> values) throws IOException {
        var array = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            array.append(i == 0 ? "" : ",");
            if (value == null) {
                array.append("NULL");
            } else {
                array.append('"')
                        .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        rows.append(escaped(array.append('}').toString()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
