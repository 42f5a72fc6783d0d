package org.gongzhi.hotline;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.question.Answered;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.question.AskedWithin;
import org.gongzhi.sheet.SheetKind;
import org.jspecify.annotations.Nullable;

/**
 * 补充问题 in a sheet: each wording may have a column, whatever kinds ask it. What a sheet has a column for is checked as everywhere; what it has none for the hotline
 * was not asked, and a case is not refused for that.
 */
final class HotlineAnswers {

    /** And the question as it is asked. */
    private static final String COLUMN = "answer:";

    private static final Pattern BETWEEN = Pattern.compile("[、,，;；/|\\n]");
    private static final Set<String> YES = Set.of("有", "对", "y", "√", "1");
    private static final Set<String> NO = Set.of("无", "没有", "不是", "n", "×", "0");

    private final AskedWithin asked;
    private final Set<String> columns;

    /** @param columns that the sheet has, by their codes */
    HotlineAnswers(AskedWithin asked, Set<String> columns) {
        this.asked = asked;
        this.columns = columns;
    }

    static Stream<SheetKind.Column> columns(AskedWithin asked) {
        return asked.wordings().entrySet().stream()
                .map(wording -> SheetKind.Column.added(
                        COLUMN + wording.getKey(),
                        wording.getValue(),
                        Stream.of(wording.getKey(), wording.getValue())
                                .distinct()
                                .toList()));
    }

    /** What a line answers of what is asked there of its kind; what is wrong is named by its column. */
    Outcome<List<Answered>> read(RegionCode place, String kind, SheetKind.Line line) {
        Map<String, List<String>> said = new HashMap<>();
        Map<String, String> columnOf = new HashMap<>();
        for (AskedQuestion question : asked.asked(place, kind)) {
            String column = COLUMN + question.text();
            if (columns.contains(column)) {
                said.put(question.code(), values(question, line.cell(column)));
                columnOf.put("answers." + question.code(), column);
            }
        }
        if (said.isEmpty()) {
            return Outcome.done(List.of());
        }
        return switch (asked.take(place, kind, said)) {
            case Outcome.Done<List<Answered>> done -> done;
            case Outcome.Refused<List<Answered>> refused ->
                refused.about(columnOf.getOrDefault(String.valueOf(refused.field()), COLUMN));
        };
    }

    private static List<String> values(AskedQuestion question, @Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        return switch (question.type()) {
            case "many" -> isOffered(question, cell) ? List.of(cell) : List.of(BETWEEN.split(cell));
            case "number" -> List.of(Normalizer.normalize(cell, Normalizer.Form.NFKC));
            case "date" ->
                List.of(HotlineTimes.read(cell)
                        .map(at -> LocalDate.ofInstant(at, Time.ZONE).toString())
                        .orElse(cell));
            case "yes_no" -> List.of(yesOrNo(cell));
            default -> List.of(cell);
        };
    }

    private static boolean isOffered(AskedQuestion question, String cell) {
        return question.options().stream().anyMatch(option -> option.value().equals(cell));
    }

    private static String yesOrNo(String cell) {
        String said = Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (YES.contains(said)) {
            return "yes";
        }
        return NO.contains(said) ? "no" : said;
    }
}
