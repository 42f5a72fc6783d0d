package org.gongzhi.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes lines of text as a sheet that opens in Excel, line by line, so that memory stays small. */
public final class SheetWriter {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FLUSH_EVERY = 500;

    private SheetWriter() {}

    /**
     * Writes a workbook of one sheet.
     *
     * @param lines is handed what takes a line, and hands it every line; as many cells as there are headings, or fewer
     */
    public static void xlsx(
            OutputStream out, String name, List<String> headings, Consumer<Consumer<List<String>>> lines) {
        try (Workbook book = new Workbook(out, "Gongzhi", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            line(sheet, 0, headings);
            int[] at = {1};
            lines.accept(cells -> {
                line(sheet, at[0]++, cells);
                if (at[0] % FLUSH_EVERY == 0) {
                    flush(sheet);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the mark without which Excel reads Chinese as something else. */
    public static void csv(OutputStream out, List<String> headings, Consumer<Consumer<List<String>>> lines) {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.write('\uFEFF');
            writer.write(line(headings));
            lines.accept(cells -> {
                try {
                    writer.write(line(cells));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Worksheet sheet, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(at, column, cells.get(column));
            }
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SheetWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What somebody wrote must never run as a formula in another's Excel. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
