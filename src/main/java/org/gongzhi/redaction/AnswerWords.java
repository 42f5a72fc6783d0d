package org.gongzhi.redaction;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;

/** What was answered besides, value by value. The questions are the territory's own words; yes and no are nobody's, and covered they would read as the other. */
final class AnswerWords {

    private static final String YES_OR_NO = "yes_no";

    private AnswerWords() {}

    static List<String> of(List<Answered> all) {
        return all.stream()
                .filter(AnswerWords::isWorded)
                .flatMap(each -> each.values().stream())
                .toList();
    }

    /** The same answers in other words, in the order of {@link #of}. */
    static List<Answered> with(List<Answered> all, List<@Nullable String> words) {
        Iterator<@Nullable String> next = words.iterator();
        List<Answered> others = new ArrayList<>();
        for (Answered each : all) {
            List<String> values = new ArrayList<>();
            for (String value : each.values()) {
                values.add(isWorded(each) ? Objects.requireNonNull(next.next()) : value);
            }
            others.add(each.with(values));
        }
        return others;
    }

    private static boolean isWorded(Answered answered) {
        return !answered.type().equals(YES_OR_NO);
    }
}
