package org.gongzhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.gongzhi.support.Fuzz;
import org.junit.jupiter.api.Test;

/** Whatever is brought as a sheet is read or refused; nothing else happens. */
class SheetReaderFuzzTests {

    private static final byte[] CSV =
            "工单编号,来电时间,诉求内容\nA1,2026-11-20,\"暖气,不热\"\nA2,46346.5,x\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] XLSX = workbook();

    private static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "工单编号");
            sheet.value(0, 1, "诉求内容");
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, "暖气不热");
            sheet.value(2, 0, 1.5);
            sheet.value(2, 1, true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static void read(byte[] content) {
        List<Integer> numbers = new ArrayList<>();
        try {
            SheetReader.read(content, (number, cells) -> {
                assertThat(cells).hasSizeLessThanOrEqualTo(SheetReader.MOST_COLUMNS);
                assertThat(cells)
                        .allSatisfy(cell -> assertThat(cell)
                                .hasSizeLessThanOrEqualTo(SheetReader.LONGEST_CELL)
                                .doesNotContain("\0"));
                numbers.add(number);
                return numbers.size() < 1_000;
            });
        } catch (SheetReader.Unreadable said) {
            assertThat(said.why().field()).isEqualTo("file");
        }
        SheetHead.of(content, List.of(new SheetKind.Column("number", List.of("工单编号"), true, false)));
    }

    @Test
    void bentSheetsAreReadOrRefused() {
        assertThat(Fuzz.run(random -> read(Fuzz.bent(random, random.nextBoolean() ? CSV : XLSX))))
                .isPositive();
    }

    @Test
    void anyTextIsReadOrRefused() {
        assertThat(Fuzz.run(random -> read(text(random)))).isPositive();
    }

    @Test
    void anyBytesAreReadOrRefused() {
        assertThat(Fuzz.run(random -> {
                    byte[] bytes = new byte[random.nextInt(400)];
                    random.nextBytes(bytes);
                    if (bytes.length > 4 && random.nextInt(3) == 0) {
                        System.arraycopy(XLSX, 0, bytes, 0, 4);
                    }
                    read(bytes);
                }))
                .isPositive();
    }

    private static byte[] text(Random random) {
        String text = Fuzz.text(random, 200) + "\n" + Fuzz.text(random, 200);
        return switch (random.nextInt(3)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_8);
            case 1 -> SheetDesk.in("GB18030", text);
            default -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        };
    }
}
