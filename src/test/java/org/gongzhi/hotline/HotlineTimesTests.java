package org.gongzhi.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotlineTimesTests {

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Time.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 08:30:15, 2026-11-20T08:30:15",
        "2026-11-20T08:30, 2026-11-20T08:30",
        "2026/11/2 8:05, 2026-11-02T08:05",
        "2026.11.20 8:30, 2026-11-20T08:30",
        "2026年11月20日 8时30分, 2026-11-20T08:30",
        "2026年11月20日8点, 2026-11-20T08:00",
        "２０２６－１１－２０ ０８：３０, 2026-11-20T08:30",
        "20261120083015, 2026-11-20T08:30:15",
        "202611200830, 2026-11-20T08:30",
        "20261120, 2026-11-20T00:00",
        "2026-11-20, 2026-11-20T00:00",
        "2026-11-20 08:30:15.0, 2026-11-20T08:30:15",
        "46346.354166667, 2026-11-20T08:30",
    })
    void readsATimeAsSheetsWriteIt(String written, String local) {
        assertThat(HotlineTimes.read(written)).contains(at(local));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "昨天",
                "2026-13-01",
                "2026-02-30 08:00",
                "2026-11-20 25:00",
                "11-20",
                "2026-11-20 08:30 前后",
                "1234"
            })
    void whatIsNoTimeIsNotGuessed(String written) {
        assertThat(HotlineTimes.read(written)).isEmpty();
    }

    @Test
    void excelCountsDaysFromTheEndOf1899() {
        assertThat(HotlineTimes.read("45658")).contains(at("2025-01-01T00:00"));
    }
}
