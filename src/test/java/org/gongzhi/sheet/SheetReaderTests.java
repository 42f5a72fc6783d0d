package org.gongzhi.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.gongzhi.sheet.SheetReader.Unreadable;
import org.junit.jupiter.api.Test;

class SheetReaderTests {

    private static List<List<String>> lines(byte[] content) {
        List<List<String>> lines = new ArrayList<>();
        SheetReader.read(content, (_, cells) -> lines.add(cells));
        return lines;
    }

    private static List<List<String>> lines(String text) {
        return lines(text.getBytes(UTF_8));
    }

    private static SheetRefusal refusal(byte[] content) {
        try {
            lines(content);
        } catch (Unreadable unreadable) {
            return (SheetRefusal) unreadable.why().reason();
        }
        throw new AssertionError("was read");
    }

    @Test
    void readsChineseInEveryEncodingThatExcelAndWpsWrite() {
        String text = "工单编号,诉求内容\nA1,暖气不热";
        List<List<String>> expected = List.of(List.of("工单编号", "诉求内容"), List.of("A1", "暖气不热"));
        assertThat(lines(text)).isEqualTo(expected);
        assertThat(lines("\uFEFF" + text)).isEqualTo(expected);
        assertThat(lines(SheetDesk.in("GB18030", text))).isEqualTo(expected);
        assertThat(lines(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(expected);
        assertThat(lines(("\uFEFF" + text).getBytes(UTF_16BE))).isEqualTo(expected);
        assertThat(lines(SheetDesk.in("GB18030", "姓名,字\n𠮷野,㛃"))).last().isEqualTo(List.of("𠮷野", "㛃"));
    }

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineBreaks() {
        assertThat(lines("a,b\r\n\"一,二\",\"他说\"\"好\"\"\n又来\"\r\n"))
                .isEqualTo(List.of(List.of("a", "b"), List.of("一,二", "他说\"好\"\n又来")));
        assertThat(lines("a;b;c\n1;2;3").getLast()).isEqualTo(List.of("1", "2", "3"));
        assertThat(lines("a\tb\n1,5\t2").getLast()).isEqualTo(List.of("1,5", "2"));
        assertThat(lines("a,b\n\"一\"尾,二").getLast()).isEqualTo(List.of("一尾", "二"));
    }

    @Test
    void countsLinesAsTheSheetDoesAndLeavesBlankOnesOut() {
        List<Integer> numbers = new ArrayList<>();
        SheetReader.read("a,b\n,\n\"x\ny\",1\nz,2".getBytes(UTF_8), (number, _) -> numbers.add(number));
        assertThat(numbers).containsExactly(1, 3, 5);
    }

    @Test
    void stopsWhenItHasEnough() {
        List<String> first = new ArrayList<>();
        SheetReader.read("a\nb\nc".getBytes(UTF_8), (_, cells) -> {
            first.add(cells.getFirst());
            return first.size() < 2;
        });
        assertThat(first).containsExactly("a", "b");
    }

    @Test
    void readsWorkbooksWithNumbersAsPeopleSeeThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "电话");
            sheet.value(0, 1, "时间");
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, 46346.354);
            sheet.value(2, 0, "0");
            sheet.value(2, 1, true);
        }
        assertThat(lines(out.toByteArray()))
                .isEqualTo(List.of(List.of("电话", "时间"), List.of("13800138000", "46346.354"), List.of("0", "true")));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoSheet() throws IOException {
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(SheetRefusal.OLD_EXCEL);
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 1, 2})).isEqualTo(SheetRefusal.NOT_A_SHEET);
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo(SheetRefusal.NOT_A_SHEET);
        assertThat(refusal("a\0b,c".getBytes(UTF_8))).isEqualTo(SheetRefusal.NOT_A_SHEET);
        assertThat(refusal("a,b\n\"never,closed\n1,2".getBytes(UTF_8))).isEqualTo(SheetRefusal.QUOTE_OPEN);
        assertThat(refusal((",".repeat(300) + "x").getBytes(UTF_8))).isEqualTo(SheetRefusal.TOO_WIDE);
        assertThat(refusal("x\n".repeat(SheetReader.MOST_LINES + 10).getBytes(UTF_8)))
                .isEqualTo(SheetRefusal.TOO_MANY_LINES);
        assertThat(refusal(zip("xl/workbook.xml", 10))).isEqualTo(SheetRefusal.NOT_A_SHEET);
        assertThat(refusal(zip("xl/sharedStrings.xml", 210 * 1024 * 1024))).isEqualTo(SheetRefusal.TOO_LARGE);
    }

    @Test
    void whatTheReaderOfLinesThrowsIsNotTakenForABrokenWorkbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("一").value(0, 0, "a");
        }
        assertThatThrownBy(() -> SheetReader.read(out.toByteArray(), (_, _) -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
    }

    private static byte[] zip(String name, int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] part = new byte[1024 * 1024];
            for (int left = zeros; left > 0; left -= part.length) {
                zip.write(part, 0, Math.min(left, part.length));
            }
        }
        return out.toByteArray();
    }
}
