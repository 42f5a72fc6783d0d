package org.gongzhi.question;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.Inheritance;
import org.gongzhi.rule.RuleTerms.Question;
import org.gongzhi.rule.RuleVersion;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is asked anywhere on a territory on one day, read at once: for whoever has thousands of matters to raise. For one thread. */
public final class AskedWithin {

    private final RegionLookup regions;
    private final List<RuleVersion> rules;
    private final Map<String, String> parents;
    private final LocalDate day;
    private final Map<RegionCode, Map<String, Asked>> known = new HashMap<>();

    AskedWithin(RegionLookup regions, List<RuleVersion> rules, Map<String, String> parents, LocalDate day) {
        this.regions = regions;
        this.rules = rules;
        this.parents = parents;
        this.day = day;
    }

    private record Asked(List<Question> questions, List<AskedQuestion> told) {}

    /** Each wording once, with what it is in the reader's language. */
    public SequencedMap<String, String> wordings() {
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        SequencedMap<String, String> wordings = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.holdsOn(day))
                .flatMap(rule -> QuestionBook.asked(rule.terms()).stream())
                .forEach(question -> wordings.putIfAbsent(
                        question.text(), AskedQuestion.of(question, isEnglish).text()));
        return wordings;
    }

    /** In Chinese, whoever reads. */
    public List<AskedQuestion> asked(RegionCode place, String kind) {
        return at(place, kind).told();
    }

    /**
     * Answers to some of what is asked.
     *
     * @param said by the question's code; what has no entry was not asked
     */
    public Outcome<List<Answered>> take(RegionCode place, String kind, Map<String, List<String>> said) {
        return TakeAnswers.take(
                at(place, kind).questions().stream()
                        .filter(question -> said.containsKey(String.valueOf(question.code())))
                        .toList(),
                said);
    }

    private Asked at(RegionCode place, String kind) {
        return known.computeIfAbsent(place, _ -> new HashMap<>()).computeIfAbsent(kind, _ -> {
            List<Question> questions = rules.isEmpty()
                    ? List.of()
                    : of(
                            rules,
                            parents,
                            regions.path(place).stream().map(Region::code).toList(),
                            kind,
                            day);
            return new Asked(
                    questions,
                    questions.stream()
                            .map(question -> AskedQuestion.of(question, false))
                            .toList());
        });
    }

    /** What is said of the kind above, then what is said of itself, which stands in place of the same code above. */
    static List<Question> of(
            List<RuleVersion> rules, Map<String, String> parents, List<RegionCode> path, String kind, LocalDate day) {
        Map<String, Question> asked = new LinkedHashMap<>();
        Stream.of(parents.getOrDefault(kind, ""), kind)
                .flatMap(key -> Inheritance.holding(rules, path, key, day).stream())
                .flatMap(rule -> QuestionBook.asked(rule.terms()).stream())
                .forEach(question -> asked.put(String.valueOf(question.code()), question));
        return List.copyOf(asked.values());
    }
}
