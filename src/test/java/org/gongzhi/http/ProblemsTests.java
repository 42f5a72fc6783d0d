package org.gongzhi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class ProblemsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final Problems problems = new Problems(sentences(), Clock.fixed(NOW, Time.ZONE));

    private enum Urged implements Refusal {
        ALREADY;

        @Override
        public String code() {
            return "demand.urged-today";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void momentsAreToldAsPeopleSayThem() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(told(Duration.ofMinutes(-55), Duration.ofHours(23))).isEqualTo("今天 09:05 已催办一次，明天 09:00 后可再催。");
        assertThat(told(Duration.ofHours(-11), Duration.ofHours(13))).isEqualTo("昨天 23:00 已催办一次，今天 23:00 后可再催。");
        assertThat(told(Duration.ofDays(-20), Duration.ofDays(2))).isEqualTo("11月4日 10:00 已催办一次，11月26日 10:00 后可再催。");
    }

    @Test
    void inEnglishToo() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(told(Duration.ofMinutes(-55), Duration.ofDays(2)))
                .isEqualTo("Urged today at 09:05 already; it can be urged again after 26 November at 10:00.");
    }

    private String told(Duration before, Duration after) {
        return problems.sentence(Urged.ALREADY, List.of(NOW.plus(before), NOW.plus(after)));
    }

    private static ResourceBundleMessageSource sentences() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("i18n/http", "i18n/demand");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
