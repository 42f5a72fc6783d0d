package org.gongzhi.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** One kind of sheet that can be taken over: what its columns are, how a line is judged, and what comes of it. */
public interface SheetKind {

    /**
     * A column a sheet may have. What people call it stands under {@code <kind>.column.<code>} in the messages of its module, unless a territory's rules added it.
     *
     * @param headings words it is recognised by, best first
     * @param isNeeded without it nothing can be imported
     * @param isTranslated its words mean codes of ours: {@link #meanings}
     * @param name of an added one, in the reader's language
     */
    record Column(
            String code,
            List<String> headings,
            boolean isNeeded,
            boolean isTranslated,
            @Nullable String name) {

        public Column(String code, List<String> headings, boolean isNeeded, boolean isTranslated) {
            this(code, headings, isNeeded, isTranslated, null);
        }

        public static Column added(String code, String name, List<String> headings) {
            return new Column(code, headings, false, false, name);
        }
    }

    /** What a word of a translated column may mean. */
    record Meaning(String code, String name) {}

    /**
     * What was ordered with the sheet.
     *
     * @param columns the sheet has, by their codes
     * @param words by translated column: what the sheet says → code
     * @param options of the kind's own
     */
    record Order(
            UUID importId,
            String fileName,
            Set<String> columns,
            Map<String, Map<String, String>> words,
            Map<String, String> options) {}

    /** A line of the sheet, by column code; tidy, blank ones absent. */
    record Line(int number, Map<String, String> cells) {

        public @Nullable String cell(String column) {
            return cells.get(column);
        }

        public String cellOr(String column, String other) {
            return cells.getOrDefault(column, other);
        }
    }

    enum Verdict {
        NEW,
        CHANGED,
        SAME,
        WRONG
    }

    /**
     * What was found of a line.
     *
     * @param key what tells it from other lines; the same key twice in a sheet is wrong
     * @param kept what applying needs; personal fields sealed
     * @param problem of a wrong line; its field is a column's code
     * @param turn lines are applied turn by turn, in each as the sheet has them: a kind gives what must come first an earlier one, or what lies together the same, which
     *     touches far less of the database
     */
    record Judged(
            int line,
            String key,
            Verdict verdict,
            List<@Nullable String> kept,
            Outcome.@Nullable Refused<?> problem,
            long turn) {

        public Judged(
                int line,
                String key,
                Verdict verdict,
                List<@Nullable String> kept,
                Outcome.@Nullable Refused<?> problem) {
            this(line, key, verdict, kept, problem, 0);
        }

        public static Judged wrong(int line, String key, Outcome.Refused<?> problem) {
            return new Judged(line, key, Verdict.WRONG, List.of(), problem);
        }
    }

    /**
     * {@code hotline}, {@code account}. How so many are counted stands under {@code <kind>.counted} in the messages of its module, how so many that cannot be taken back
     * are spoken of under {@code <kind>.kept}.
     */
    String code();

    /** Those of every sheet of the kind, then those that rules of the actor's territory add; inside a transaction. */
    List<Column> columns(Actor actor);

    Outcome<Boolean> mayImport(Actor actor);

    List<Meaning> meanings(Actor actor, String column);

    /** Whether the options can be meant; inside a reading transaction. */
    Outcome<Order> checked(Actor actor, Order order);

    /** Judges some thousand lines at once; in a transaction of the actor. As many answers as lines, in their order. */
    List<Judged> judge(Actor actor, Order order, List<Line> lines);

    /** All lines of a sheet, from the first; read anew each time. */
    @FunctionalInterface
    interface Whole {
        void each(Consumer<Line> use);
    }

    /** Judges lines of one sheet. */
    @FunctionalInterface
    interface Judge {
        List<Judged> judge(List<Line> lines);
    }

    /** For sheets whose lines name one another: reads the whole before any of it is judged. Outside a transaction. */
    default Judge judge(Actor actor, Order order, Whole sheet) {
        return lines -> judge(actor, order, lines);
    }

    /** Carries out lines that were judged new or changed, in a transaction of the actor that is over only with all of them; how many it did. */
    int apply(Actor actor, Order order, List<Judged> lines);

    /** Takes back at most so many of an import that nobody has touched, in a transaction of the actor; how many it did. */
    int undo(Actor actor, UUID importId, int atMost);

    /** How many of an import stand, taken back or not. */
    int standing(Actor actor, UUID importId);
}
