package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.rule.HolidayText.Day;
import org.junit.jupiter.api.Test;

class HolidayTextTests {

    private static final String NOTICE = """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            """;

    @Test
    void aPastedNoticeIsReadAsItStands() {
        HolidayText.Read read = HolidayText.read(2026, NOTICE);
        assertThat(read.problems()).isEmpty();
        assertThat(read.days()).hasSize(39);
        assertThat(read.days().stream()
                        .filter(Day::isWorking)
                        .map(day -> day.day().toString()))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(read.days().getFirst()).isEqualTo(new Day(LocalDate.of(2026, 1, 1), false, "元旦"));
    }

    @Test
    void rowsAreReadFromSheetsOfEitherKindAndEitherEncoding() throws IOException {
        String rows = "开始,结束,休或班,名称\n2027-10-01,2027-10-07,休,国庆节\n2027-10-09,,班,国庆节调休上班\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(HolidayText.read(
                                    2027,
                                    HolidaySheet.text(rows.getBytes(charset)).orThrow())
                            .days())
                    .hasSize(8);
        }
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("放假");
            List<String> heading = List.of("开始", "结束", "休或班", "名称");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(1, 0, "2027-10-01");
            sheet.value(1, 1, LocalDate.of(2027, 10, 7));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, "休");
            sheet.value(1, 3, "国庆节");
        }
        HolidayText.Read read =
                HolidayText.read(2027, HolidaySheet.text(file.toByteArray()).orThrow());
        assertThat(read.problems()).isEmpty();
        assertThat(read.days()).hasSize(7);
        assertThat(HolidaySheet.text("PK\u0003\u0004不是表格".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(HolidaySheet.text(new byte[0])).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatCannotBeReadIsSaidLineByLine() {
        assertThat(HolidayText.read(2027, """
                        # 说明
                        随便写的
                        元旦：大家休息好
                        2027-02-30,2027-03-01,休,假
                        2027-03-05,2027-03-01,休,假
                        2026-03-05,2026-03-06,休,假
                        2027-04-01,2027-04-01,休,假
                        2027-04-01,2027-04-02,班,假
                        """).problems())
                .extracting(HolidayText.Problem::line, HolidayText.Problem::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "rule.holiday-line-unread"),
                        org.assertj.core.groups.Tuple.tuple(3, "rule.holiday-line-unread"),
                        org.assertj.core.groups.Tuple.tuple(4, "rule.holiday-no-such-day"),
                        org.assertj.core.groups.Tuple.tuple(5, "rule.holiday-period-wrong"),
                        org.assertj.core.groups.Tuple.tuple(6, "rule.holiday-other-year"),
                        org.assertj.core.groups.Tuple.tuple(8, "rule.holiday-day-twice"));
    }

    @Test
    void newYearsDaysMayBeginInDecember() {
        HolidayText.Read read = HolidayText.read(2023, "元旦：2022年12月31日至2023年1月2日放假调休，共3天。");
        assertThat(read.problems()).isEmpty();
        assertThat(read.days())
                .extracting(day -> day.day().toString())
                .containsExactly("2022-12-31", "2023-01-01", "2023-01-02");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var days = new TreeMap<LocalDate, Day>();
            for (int i = 0; i < 30; i++) {
                LocalDate day = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365));
                days.put(day, new Day(day, random.nextBoolean(), random.nextBoolean() ? "春节" : "国庆节"));
            }
            List<Day> written = List.copyOf(days.values());
            HolidayText.Read read = HolidayText.read(2027, HolidayText.write(written));
            assertThat(read.days()).as("seed %s", seed).isEqualTo(written);
            assertThat(read.problems()).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void anyTextIsReadWithoutBreaking() {
        String alphabet = "0123456789-,，月日年至（）放假上班休一二、：:。\n \t";
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(HolidayText.read(2027, text.toString()))
                    .as("seed %s", seed)
                    .isNotNull();
        }
    }
}
