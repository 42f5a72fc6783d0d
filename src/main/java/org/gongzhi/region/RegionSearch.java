package org.gongzhi.region;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.RegionSearchQueries.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds places by what people write: any part of a name, pinyin, its initials, a code, several of these (朝阳 建外), or a whole address in one
 * (朝阳区建外街道永安里). The best first: the very name, then names that begin so, then others; working territories before the rest of the country, higher
 * levels before lower.
 */
@Component
class RegionSearch {

    static final int MOST = 50;

    /** Names that share a pair of characters; above this a search walks the tree in order instead of looking all of them up. */
    static final int COMMON = 1500;

    private static final int MOST_WALKS = 8;

    private static final int MOST_WORDS = 6;
    private static final int MOST_OUTER = 20;
    private static final int LONGEST_WORD = 40;
    /** Subtrees of a district are small enough to read through. */
    private static final long DISTRICT_WIDTH = 1_000_000_000L;

    private static final int ALL_OF_A_DISTRICT = 10_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,，、·›>/|。;；]+");
    private static final Pattern AFTER_A_LEVEL = Pattern.compile("(?<=.[省市区县旗镇乡]|街道|社区)(?!$|社区|街道)");
    private static final Pattern LETTERS = Pattern.compile("[a-z][a-z']*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,15}");
    private static final List<String> ENDINGS =
            List.of("", "省", "市", "区", "县", "旗", "街道", "镇", "乡", "地区", "社区", "村", "居委会");

    private final RegionSearchQueries queries;
    private final RegionQueries nodes;

    RegionSearch(RegionSearchQueries queries, RegionQueries nodes) {
        this.queries = queries;
        this.nodes = nodes;
    }

    /** At most {@code limit} places of the given level, or of any level, inside the scope. */
    List<Region> find(String text, @Nullable Region within, @Nullable Integer level, int limit) {
        Scope scope = within == null ? Scope.EVERYTHING : within.subtree();
        List<String> words = words(text);
        List<Region> found = words.isEmpty() ? List.of() : inOrder(words, scope, level, limit);
        if (found.isEmpty() && words.size() == 1) {
            List<String> parts = AFTER_A_LEVEL
                    .splitAsStream(words.getFirst())
                    .limit(MOST_WORDS)
                    .toList();
            found = parts.size() > 1 ? inOrder(parts, scope, level, limit) : found;
        }
        return found;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ü', 'v')
                .strip();
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .limit(MOST_WORDS)
                .toList();
    }

    /** Each further word is looked for inside what the words before it found, or the other way round; a word nobody knows (8 号楼) changes nothing. */
    private List<Region> inOrder(List<String> words, Scope scope, @Nullable Integer level, int limit) {
        List<Region> found = List.of();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            String word = words.get(i);
            List<Region> before = found;
            Integer wanted = last ? level : null;
            int most = last ? limit : Math.max(limit, MOST_OUTER);
            if (before.isEmpty()) {
                found = word(word, scope, wanted, most);
                continue;
            }
            List<Region> inside = word(word, ranges(before), wanted, most);
            found = inside.isEmpty() ? insideOf(before, word(word, scope, null, MOST_OUTER), wanted) : inside;
            found = found.isEmpty() ? before : found;
        }
        return found.stream()
                .filter(region -> level == null || region.level() == level)
                .limit(limit)
                .toList();
    }

    private static List<Region> insideOf(List<Region> inner, List<Region> outer, @Nullable Integer level) {
        return inner.stream()
                .filter(region -> level == null || region.level() == level)
                .filter(region -> outer.stream().anyMatch(above -> above.holds(region.code())))
                .toList();
    }

    /** One range each, without those that lie in another. */
    private static Scope ranges(List<Region> regions) {
        List<Region> outermost = regions.stream()
                .filter(region ->
                        regions.stream().noneMatch(other -> !other.equals(region) && other.holds(region.code())))
                .limit(MOST_OUTER)
                .toList();
        return new Scope(
                outermost.stream()
                        .map(region -> new Scope.Range(region.code().value(), region.to()))
                        .toList(),
                null,
                null);
    }

    private List<Region> word(String word, Scope scope, @Nullable Integer level, int limit) {
        if (DIGITS.matcher(word).matches()) {
            return byCode(word, scope, level, limit);
        }
        List<Long> levels = level == null
                ? LongStream.rangeClosed(Region.PROVINCE, Region.GRID).boxed().toList()
                : List.of(level.longValue());
        String letters = LETTERS.matcher(word).matches() ? word.replace("'", "") : "";
        String part = letters.isEmpty() ? Placename.spoken(word) : "";
        Collection<Candidate> candidates = small(scope)
                ? scope.ranges().stream()
                        .flatMap(range ->
                                queries
                                        .below(range.from(), range.to(), part, letters, levels, ALL_OF_A_DISTRICT)
                                        .stream())
                        .toList()
                : letters.isEmpty() ? byName(part, scope, levels, limit) : byLetters(letters, scope, levels, limit);
        return ranked(candidates, part, letters, limit);
    }

    private static boolean small(Scope scope) {
        return scope.ranges().stream()
                        .mapToLong(range -> range.to() - range.from())
                        .sum()
                <= DISTRICT_WIDTH;
    }

    private List<Region> byCode(String digits, Scope scope, @Nullable Integer level, int limit) {
        long width = Math.powExact(10L, 15 - digits.length());
        long from = Long.parseLong(digits) * width;
        return scope.within(from, from + width).ranges().stream()
                .flatMap(range ->
                        nodes.codesFrom(range.from(), range.to(), level == null ? limit : ALL_OF_A_DISTRICT).stream())
                .filter(region -> level == null || region.level() == level)
                .limit(limit)
                .toList();
    }

    private List<Candidate> byLetters(String letters, Scope scope, List<Long> levels, int limit) {
        return Stream.concat(
                        queries.byPinyin(letters, scope, levels, limit).stream(),
                        queries.byInitials(letters, scope, levels, limit).stream())
                .toList();
    }

    private List<Candidate> byName(String part, Scope scope, List<Long> levels, int limit) {
        List<Candidate> found = new ArrayList<>(queries.byNamePrefix(part, scope, levels, limit));
        found.addAll(queries.byName(
                Set.copyOf(ENDINGS.stream().map(ending -> part + ending).toList()), scope, levels, limit));
        Set<String> grams = NameIndex.grams(part);
        if (grams.isEmpty()) {
            return found;
        }
        Map<String, List<GramCounts.Count>> common =
                queries.commonAmong(grams).stream().collect(Collectors.groupingBy(GramCounts.Count::gram));
        if (common.size() < grams.size()) {
            found.addAll(queries.byGrams(part, grams, scope, levels, limit));
        } else if (scope.equals(Scope.EVERYTHING)) {
            found.addAll(byCommonName(part, grams, common, levels, limit));
        } else {
            for (Scope.Range range : scope.ranges().stream().limit(MOST_WALKS).toList()) {
                found.addAll(queries.below(range.from(), range.to(), part, "", levels, limit));
            }
        }
        return found;
    }

    /** Level by level: where thousands share the part, a walk soon has enough of them; where few do, they are looked up. */
    private List<Candidate> byCommonName(
            String part, Set<String> grams, Map<String, List<GramCounts.Count>> common, List<Long> levels, int limit) {
        Map<Long, Integer> nodes = levels.stream()
                .collect(Collectors.toMap(
                        level -> level,
                        level -> common.values().stream()
                                .mapToInt(counts -> counts.stream()
                                        .filter(count -> count.level() == level)
                                        .mapToInt(GramCounts.Count::nodes)
                                        .sum())
                                .min()
                                .orElse(0)));
        List<Long> walked = levels.stream()
                .filter(level -> nodes.getOrDefault(level, 0) > COMMON)
                .toList();
        // Grids come after the load that counted.
        List<Long> lookedUp = levels.stream()
                .filter(level -> !walked.contains(level) && (nodes.getOrDefault(level, 0) > 0 || level == Region.GRID))
                .toList();
        List<Candidate> found = new ArrayList<>(queries.byWalk(part, walked, limit));
        if (!lookedUp.isEmpty()) {
            found.addAll(queries.byGrams(part, grams, Scope.EVERYTHING, lookedUp, limit));
        }
        return found;
    }

    private static List<Region> ranked(Collection<Candidate> candidates, String part, String letters, int limit) {
        Map<Long, Candidate> distinct = new LinkedHashMap<>();
        candidates.forEach(candidate -> distinct.put(candidate.region().code().value(), candidate));
        Comparator<Candidate> best = Comparator.comparingInt(candidate -> distance(candidate, part, letters));
        return distinct.values().stream()
                .sorted(best.thenComparing(candidate -> !candidate.region().working())
                        .thenComparingInt(candidate -> candidate.region().level())
                        .thenComparingInt(candidate -> candidate.region().name().length())
                        .thenComparing(candidate -> candidate.region().code()))
                .map(Candidate::region)
                .limit(limit)
                .toList();
    }

    /** 0: the very name; 1: begins so; 2: has it somewhere. */
    private static int distance(Candidate candidate, String part, String letters) {
        Region region = candidate.region();
        if (!part.isEmpty()) {
            return region.name().equals(part) || region.shortName().equals(part)
                    ? 0
                    : region.name().startsWith(part) ? 1 : 2;
        }
        String brief = NameIndex.of(region.shortName()).pinyin();
        return candidate.pinyin().equals(letters)
                        || brief.equals(letters)
                        || candidate.initials().equals(letters)
                ? 0
                : candidate.pinyin().startsWith(letters) ? 1 : 2;
    }
}
