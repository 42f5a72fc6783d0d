package org.gongzhi.likeness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.Inheritance;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 相似: how near and how lately a matter of a kind was raised to be probably the same, and how many stand together. */
@Component
class LikenessBook implements RuleBook {

    private static final int LEAST_METRES = 20;
    private static final int MOST_METRES = 5000;
    private static final int MOST_DAYS = 180;
    private static final int MOST_TOGETHER = 50;

    private final LikenessRules rules;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Clock clock;

    LikenessBook(LikenessRules rules, DemandDictionary dictionary, RegionLookup regions, Clock clock) {
        this.rules = rules;
        this.dictionary = dictionary;
        this.regions = regions;
        this.clock = clock;
    }

    /** What holds at a place today: by the kind, else by the kind above, else what is said of any other. */
    Function<String, RuleTerms.Likeness> holdingAt(RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = rules.said(path);
        LocalDate today = Time.today(clock);
        Function<String, List<String>> keys = keysAt(path);
        return kind -> keys.apply(kind).stream()
                .flatMap(key -> Inheritance.holding(said, path, key, today).stream())
                .findFirst()
                .map(rule -> Objects.requireNonNull(rule.terms().likeness()))
                .orElseThrow(() -> new IllegalStateException("the nation says nothing on likeness"));
    }

    /** Under which keys something may be said of a kind, the most particular first. */
    private Function<String, List<String>> keysAt(List<RegionCode> path) {
        Map<String, String> parents = dictionary.kinds(path).stream()
                .filter(kind -> kind.parent() != null)
                .collect(Collectors.toMap(
                        DemandDictionary.Offered::code,
                        kind -> Objects.requireNonNull(kind.parent()),
                        (one, _) -> one));
        return kind -> {
            List<String> keys = new ArrayList<>(List.of(kind));
            String parent = parents.get(kind);
            if (parent != null) {
                keys.add(parent);
            }
            keys.add(LikenessRules.ANY_KIND);
            return keys;
        };
    }

    /** Whether a rule under a key would speak for a kind at a place: nothing more particular does. */
    Predicate<String> reachOf(String key, RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = rules.said(path);
        LocalDate today = Time.today(clock);
        Function<String, List<String>> keys = keysAt(path);
        return kind -> {
            for (String each : keys.apply(kind)) {
                if (each.equals(key)) {
                    return true;
                }
                if (Inheritance.holding(said, path, each, today).isPresent()) {
                    return false;
                }
            }
            return false;
        };
    }

    @Override
    public String code() {
        return "likeness";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return rules.said(nodes);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return rules.below(node, key, on);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!draft.key().equals(LikenessRules.ANY_KIND)
                && dictionary.kinds(path).stream().noneMatch(kind -> kind.code().equals(draft.key()))) {
            return Outcome.invalid("key", LikenessRefusal.KIND_UNKNOWN);
        }
        RuleTerms.Likeness terms = draft.terms().likeness();
        return whole("radiusMetres", terms == null ? 0 : terms.radiusMetres(), LEAST_METRES, MOST_METRES)
                .then(_ -> whole("days", terms == null ? 0 : terms.days(), 1, MOST_DAYS))
                .then(_ -> whole("least", terms == null ? 0 : terms.least(), 2, MOST_TOGETHER))
                .map(_ -> draft);
    }

    private static Outcome<Integer> whole(String field, int number, int from, int to) {
        return number < from || number > to
                ? Outcome.invalid(field, LikenessRefusal.NUMBER_OUT_OF_RANGE, from, to)
                : Outcome.done(number);
    }

    @Override
    public int lastVersion(String key) {
        return rules.lastVersion(key);
    }

    @Override
    public void add(RuleVersion rule) {
        rules.add(rule, Objects.requireNonNull(rule.terms().likeness()));
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        rules.until(id, to);
    }

    @Override
    public void withdraw(UUID id) {
        rules.withdraw(id);
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return key.equals(LikenessRules.ANY_KIND)
                ? (isEnglish ? "Any other kind" : "其余类别")
                : dictionary.kindNames().getOrDefault(key, key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Likeness said = terms.likeness();
        if (said == null) {
            return "—";
        }
        return isEnglish
                ? "within " + said.radiusMetres() + " m and " + said.days() + " days; " + said.least()
                        + " or more stand together"
                : said.radiusMetres() + " 米、" + said.days() + " 天以内算相近；" + said.least() + " 件起算集中反映";
    }

    /** Of a single kind nobody has to say anything: then what is said of any other holds. */
    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return key.equals(LikenessRules.ANY_KIND) ? Optional.of(RegionCode.NATION) : Optional.empty();
    }
}
