package org.gongzhi.hotline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Time;

/** Times as sheets write them: 2026-11-20 08:30:15, 2026/11/20 8:30, 2026年11月20日 8时30分, 20261120083015, 46346.354 (Excel's own count of days). */
final class HotlineTimes {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]*(\\d{1,2})[:时点](?:(\\d{1,2})(?:[:分](\\d{1,2})?(?:\\.\\d+)?秒?)?分?)?)?");
    private static final Pattern RUN_TOGETHER =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern COUNTED = Pattern.compile("\\d{5}(?:\\.\\d{1,15})?");
    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final int SECONDS_A_DAY = 86_400;

    private HotlineTimes() {}

    /** A bare day begins at midnight. */
    static Optional<Instant> read(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        try {
            if (COUNTED.matcher(plain).matches()) {
                return Optional.of(counted(new BigDecimal(plain)));
            }
            for (Pattern pattern : new Pattern[] {RUN_TOGETHER, WRITTEN}) {
                Matcher found = pattern.matcher(plain);
                if (found.matches()) {
                    return Optional.of(at(found));
                }
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Instant counted(BigDecimal days) {
        long whole = days.longValue();
        long seconds = days.subtract(BigDecimal.valueOf(whole))
                .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return EXCEL_BEGINS
                .plusDays(whole)
                .atStartOfDay()
                .plusSeconds(seconds)
                .atZone(Time.ZONE)
                .toInstant();
    }

    private static Instant at(Matcher found) {
        return LocalDateTime.of(
                        number(found, 1),
                        number(found, 2),
                        number(found, 3),
                        number(found, 4),
                        number(found, 5),
                        number(found, 6))
                .atZone(Time.ZONE)
                .toInstant();
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
