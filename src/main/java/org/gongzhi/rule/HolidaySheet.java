package org.gongzhi.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongzhi.kernel.Outcome;

/** A year's notice as a sheet (开始, 结束, 休或班, 名称), as XLSX or as CSV in UTF-8 or GB 18030: turned into the lines that {@link HolidayText} reads. */
final class HolidaySheet {

    private static final int MOST_BYTES = 200_000;
    private static final int MOST_ROWS = 400;
    private static final int COLUMNS = 4;

    private HolidaySheet() {}

    static Outcome<String> text(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            return Outcome.invalid("file", RuleRefusal.HOLIDAY_SHEET_UNREAD);
        }
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            return workbook(file);
        }
        return Outcome.done(plain(file).replace("\uFEFF", ""));
    }

    private static Outcome<String> workbook(byte[] file) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return Outcome.done(rows.limit(MOST_ROWS).map(HolidaySheet::line).collect(Collectors.joining("\n")));
        } catch (IOException | RuntimeException e) {
            return Outcome.invalid("file", RuleRefusal.HOLIDAY_SHEET_UNREAD);
        }
    }

    private static String line(Row row) {
        return Stream.iterate(0, column -> column < COLUMNS, column -> column + 1)
                .map(column ->
                        row.getOptionalCell(column).map(HolidaySheet::value).orElse(""))
                .collect(Collectors.joining(","));
    }

    private static String value(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asDate().toLocalDate().toString()
                : cell.getText().strip();
    }

    private static String plain(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("GB18030"));
        }
    }
}
