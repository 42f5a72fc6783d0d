package org.gongzhi.staffing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;

/** The sheet people are imported by: its empty form, what stands in a filled one, and the one that goes back with what is wrong in its last column. */
final class PeopleSheet {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final List<String> COLUMNS = List.of("账号", "姓名", "所在", "职责", "部门");
    static final int MOST_LINES = 5_000;

    private static final String PROBLEM = "问题";
    private static final int LONGEST_CELL = 200;

    private PeopleSheet() {}

    /** @param number as Excel numbers it */
    record Line(int number, List<String> cells) {}

    /** @param duties the names that may stand in the fourth column */
    static byte[] form(List<String> duties) {
        return book(book -> {
            Worksheet people = book.newWorksheet("人员");
            head(people, COLUMNS);
            Worksheet help = book.newWorksheet("怎么填");
            List<String> lines = new ArrayList<>(List.of(
                    "账号：小写字母开头，2 到 32 位，可含数字、点、横线和下划线。",
                    "姓名：最多 40 个字。",
                    "所在：区划代码（如 110105001026），或管辖范围内不重名的地方名称（如 永安里社区）。",
                    "部门：只有承办人要填，写部门的全称。",
                    "同样的表再传一次不会重复建账号。",
                    "职责可以填："));
            lines.addAll(duties);
            for (int line = 0; line < lines.size(); line++) {
                help.value(line, 0, lines.get(line));
            }
        });
    }

    static byte[] problems(List<Line> lines, List<String> problems) {
        return book(book -> {
            Worksheet sheet = book.newWorksheet("人员");
            List<String> columns = new ArrayList<>(COLUMNS);
            columns.add(PROBLEM);
            head(sheet, columns);
            for (int n = 0; n < lines.size(); n++) {
                List<String> cells = lines.get(n).cells();
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(n + 1, column, cells.get(column));
                }
                sheet.value(n + 1, COLUMNS.size(), problems.get(n));
            }
        });
    }

    /** Columns in any order, found by their heads; the sheet that came back with problems is taken as it is. */
    static Outcome<List<Line>> read(byte[] content) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return lines(rows.limit(MOST_LINES + 2L).toList());
        } catch (IOException | RuntimeException notASheet) {
            return Outcome.invalid("file", StaffingRefusal.SHEET_UNREADABLE);
        }
    }

    private static Outcome<List<Line>> lines(List<Row> rows) {
        if (rows.isEmpty()) {
            return Outcome.invalid("file", StaffingRefusal.SHEET_EMPTY);
        }
        List<String> heads = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().getCellCount(); column++) {
            heads.add(text(rows.getFirst(), column));
        }
        for (String column : COLUMNS) {
            if (!heads.contains(column)) {
                return Outcome.invalid("file", StaffingRefusal.SHEET_COLUMN_MISSING, column);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            List<String> cells = COLUMNS.stream()
                    .map(column -> text(row, heads.indexOf(column)))
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line(row.getRowNum(), cells));
            }
        }
        if (lines.isEmpty()) {
            return Outcome.invalid("file", StaffingRefusal.SHEET_EMPTY);
        }
        return lines.size() > MOST_LINES
                ? Outcome.invalid("file", StaffingRefusal.SHEET_TOO_LONG, MOST_LINES)
                : Outcome.done(List.copyOf(lines));
    }

    /** A code that Excel took for a number is read as it was typed. */
    private static String text(Row row, int column) {
        String text = column < row.getCellCount() ? Words.tidy(row.getCellText(column)) : "";
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return whole.length() > LONGEST_CELL ? whole.substring(0, LONGEST_CELL) : whole;
    }

    private static void head(Worksheet sheet, List<String> columns) {
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.width(column, 24);
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Workbook book) throws IOException;
    }

    private static byte[] book(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Gongzhi", "1.0")) {
            filling.fill(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
