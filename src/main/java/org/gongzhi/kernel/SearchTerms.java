package org.gongzhi.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Chinese full text without a database extension. What is stored: every pair of neighbouring characters, the last character of each run, and words of letters or
 * digits; so any part of a text can be found. What is asked: the words that the segmenter sees in the query, all of them, in any order.
 */
public final class SearchTerms {

    /** Words that say nothing about which matter is meant; left out of a query unless they are all of it. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "的", "了", "吗", "呢", "啊", "吧", "是", "在", "有", "和", "与", "就", "也", "都", "这", "那", "我", "我们", "你", "您", "他",
            "她", "它", "们", "很", "请", "个", "着", "过", "被", "把", "给", "让", "到", "从", "对", "里", "上", "下");

    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_WORD = 64;
    private static final int MOST_QUERY_TERMS = 24;

    private static final Analyzer WORDS = new SmartChineseAnalyzer(false);

    private SearchTerms() {}

    /** As text of a {@code tsvector}; lexemes are letters and digits only, so none needs escaping. */
    public static String vector(String... texts) {
        return of(texts).stream().map(term -> "'" + term + "'").collect(Collectors.joining(" "));
    }

    public static List<String> of(String... texts) {
        Set<String> terms = new LinkedHashSet<>();
        for (String text : texts) {
            for (Run run : runs(normal(text))) {
                if (run.isHan()) {
                    run.addPairs(terms);
                    terms.add(run.last());
                } else {
                    terms.add(run.cut());
                }
            }
        }
        return List.copyOf(terms);
    }

    /** As text of a {@code tsquery}; empty when nothing in it can be searched for (only signs or emoji). */
    public static Optional<String> query(String typed) {
        List<String> clauses = clauses(typed);
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(clauses.stream().limit(MOST_QUERY_TERMS).collect(Collectors.joining(" & ")));
    }

    /** What tells one matter from another: each as text of a {@code tsquery}, words that say nothing left out; at most two dozen, evenly out of the whole. */
    public static List<String> telling(String text) {
        List<String> clauses = clauses(text);
        if (clauses.size() <= MOST_QUERY_TERMS) {
            return clauses;
        }
        return IntStream.range(0, MOST_QUERY_TERMS)
                .mapToObj(n -> clauses.get(n * clauses.size() / MOST_QUERY_TERMS))
                .toList();
    }

    private static List<String> clauses(String typed) {
        String text = normal(typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed);
        Set<String> clauses = new LinkedHashSet<>();
        List<String> words = words(text);
        List<String> telling =
                words.stream().filter(word -> !EMPTY_WORDS.contains(word)).toList();
        for (String word : telling.isEmpty() ? words : telling) {
            for (Run run : runs(word)) {
                if (!run.isHan() || run.length() == 1) {
                    clauses.add("'" + run.cut() + "':*");
                } else {
                    Set<String> pairs = new LinkedHashSet<>();
                    run.addPairs(pairs);
                    pairs.forEach(pair -> clauses.add("'" + pair + "'"));
                }
            }
        }
        return List.copyOf(clauses);
    }

    /** Single characters that stand side by side are one word to whoever typed them: 不热. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder singles = new StringBuilder();
        int end = -1;
        try (TokenStream tokens = WORDS.tokenStream("", new StringReader(text))) {
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = text.substring(offset.startOffset(), offset.endOffset());
                boolean single = word.codePointCount(0, word.length()) == 1
                        && isHan(word.codePointAt(0))
                        && !EMPTY_WORDS.contains(word);
                if (!singles.isEmpty() && (!single || offset.startOffset() != end)) {
                    words.add(singles.toString());
                    singles.setLength(0);
                }
                if (single) {
                    singles.append(word);
                } else {
                    words.add(word);
                }
                end = offset.endOffset();
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!singles.isEmpty()) {
            words.add(singles.toString());
        }
        return words;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private record Run(String text, boolean isHan) {

        int length() {
            return text.codePointCount(0, text.length());
        }

        String cut() {
            return text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text;
        }

        String last() {
            return Character.toString(text.codePointBefore(text.length()));
        }

        void addPairs(Set<String> into) {
            int[] points = text.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i++) {
                into.add(new String(points, i, 2));
            }
        }
    }

    /** Stretches of Han, and stretches of other letters and digits; all else separates. */
    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int start = 0;
        for (int i = 1; i <= points.length; i++) {
            Sort sort = sort(points[start]);
            if (i == points.length || sort(points[i]) != sort) {
                if (sort != Sort.NEITHER) {
                    runs.add(new Run(new String(points, start, i - start), sort == Sort.HAN));
                }
                start = i;
            }
        }
        return runs;
    }

    private enum Sort {
        HAN,
        OTHER,
        NEITHER
    }

    private static Sort sort(int point) {
        if (isHan(point)) {
            return Sort.HAN;
        }
        return Character.isLetterOrDigit(point) ? Sort.OTHER : Sort.NEITHER;
    }

    private static boolean isHan(int point) {
        return Character.isIdeographic(point);
    }
}
