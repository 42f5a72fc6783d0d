package org.gongzhi.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleTerms.Question;
import org.gongzhi.rule.RuleVersion;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What is asked of a kind at a place today: what is said of the kind above, then what is said of itself, each by the nearest territory. A question of the same code
 * said of the kind itself stands in place of the one above.
 */
@Component
public class QuestionLookup {

    /** Every matter raised asks; what another node of the application has set is asked a moment later. */
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 10_000;

    private final QuestionBook book;
    private final RegionLookup regions;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    QuestionLookup(QuestionBook book, RegionLookup regions, Clock clock) {
        this.book = book;
        this.regions = regions;
        this.clock = clock;
        book.tellChanges(() -> known = new Known(Map.of(), Instant.MIN));
    }

    private record Said(List<RuleVersion> rules, Map<String, String> parents) {}

    private record Known(Map<List<RegionCode>, Said> byPath, Instant until) {}

    /** By kind, in the reader's language. Within a transaction. */
    public Function<String, List<AskedQuestion>> askedAt(RegionCode place) {
        Function<String, List<Question>> questions = questionsAt(place);
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return kind -> questions.apply(kind).stream()
                .map(question -> AskedQuestion.of(question, isEnglish))
                .toList();
    }

    Function<String, List<Question>> questionsAt(RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        Said said = saidOn(path);
        LocalDate today = Time.today(clock);
        return kind -> AskedWithin.of(said.rules(), said.parents(), path, kind, today);
    }

    /** All that is asked today anywhere within a territory. Within a transaction. */
    public AskedWithin within(RegionCode territory) {
        List<RegionCode> places = new ArrayList<>(
                regions.path(territory).stream().map(Region::code).toList());
        places.addAll(book.sayingBelow(regions.get(territory)));
        List<RuleVersion> rules = book.said(places);
        return new AskedWithin(regions, rules, rules.isEmpty() ? Map.of() : book.parents(), Time.today(clock));
    }

    private Said saidOn(List<RegionCode> path) {
        Known kept = known;
        Instant now = clock.instant();
        if (!now.isBefore(kept.until()) || kept.byPath().size() > MOST_KEPT) {
            kept = new Known(new ConcurrentHashMap<>(), now.plus(KEPT_FOR));
            known = kept;
        }
        Said said = kept.byPath().get(path);
        if (said == null) {
            List<RuleVersion> rules = book.said(path);
            said = new Said(rules, rules.isEmpty() ? Map.of() : book.parents());
            kept.byPath().put(path, said);
        }
        return said;
    }
}
