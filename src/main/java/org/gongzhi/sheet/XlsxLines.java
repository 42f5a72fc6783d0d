package org.gongzhi.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.sheet.SheetReader.Sink;
import org.gongzhi.sheet.SheetReader.Unreadable;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. Numbers come as people see them in a general cell; what they mean (a day, a phone) is asked later. */
final class XlsxLines {

    private XlsxLines() {}

    static void read(byte[] content, Sink sink) {
        try (ReadableWorkbook book = unlessBroken(() -> new ReadableWorkbook(new ByteArrayInputStream(content)));
                Stream<Row> rows = unlessBroken(() -> book.getFirstSheet().openStream())) {
            Iterator<Row> each = rows.iterator();
            boolean isWanted = true;
            while (isWanted && unlessBroken(each::hasNext)) {
                Line line = unlessBroken(() -> line(each.next()));
                isWanted = sink.take(line.number(), line.cells());
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private record Line(int number, List<String> cells) {}

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** The library tells of a broken workbook by exceptions of many kinds; those of whoever takes the lines are not among them. */
    private static <T> T unlessBroken(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(Outcome.invalid("file", SheetRefusal.NOT_A_SHEET));
        }
    }

    private static Line line(Row row) {
        return new Line(row.getRowNum(), cells(row));
    }

    private static List<String> cells(Row row) {
        int count = Math.min(row.getCellCount(), SheetReader.MOST_COLUMNS + 1);
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return plain(cell.asNumber());
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** 13800138000, not 1.3800138E10. */
    private static String plain(@Nullable BigDecimal number) {
        if (number == null || number.scale() < -30 || number.scale() > 30) {
            return number == null ? "" : number.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
