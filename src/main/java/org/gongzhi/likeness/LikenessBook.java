package org.gongzhi.likeness;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.Inheritance;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.springframework.stereotype.Component;

/** 相似: how near and how lately a matter of a kind was raised to be probably the same, and how many stand together. */
@Component
class LikenessBook extends DatedBook {

    private static final int LEAST_METRES = 20;
    private static final int MOST_METRES = 5000;
    private static final int MOST_DAYS = 180;
    private static final int MOST_TOGETHER = 50;

    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Clock clock;

    LikenessBook(Sql sql, DemandDictionary dictionary, RegionLookup regions, Clock clock) {
        super(sql, "likeness_rule", """
                        select l.id, l.key, l.region_code, l.valid, l.version, l.source, l.radius_metres, l.days, l.least, k.position as place
                        from likeness_rule l left join demand_kind k on k.code = l.kind_code""", """
                        insert into likeness_rule (id, kind_code, region_code, radius_metres, days, least, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :radius, :days, :least, daterange(:from, cast(:to as date)), :version, :source)""");
        this.dictionary = dictionary;
        this.regions = regions;
        this.clock = clock;
    }

    /** What holds at a place today: by the kind, else by the kind above, else what is said of any other. */
    Function<String, RuleTerms.Likeness> holdingAt(RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = said(path);
        LocalDate today = Time.today(clock);
        Function<String, List<String>> keys = dictionary.keysAt(path);
        return kind -> keys.apply(kind).stream()
                .flatMap(key -> Inheritance.holding(said, path, key, today).stream())
                .findFirst()
                .map(rule -> Objects.requireNonNull(rule.terms().likeness()))
                .orElseThrow(() -> new IllegalStateException("the nation says nothing on likeness"));
    }

    /** Whether a rule under a key would speak for a kind at a place: nothing more particular does. */
    Predicate<String> reachOf(String key, RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = said(path);
        LocalDate today = Time.today(clock);
        Function<String, List<String>> keys = dictionary.keysAt(path);
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
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!dictionary.knows(draft.key(), path)) {
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
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Likeness(row.whole("radius_metres"), row.whole("days"), row.whole("least")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        RuleTerms.Likeness said = Objects.requireNonNull(terms.likeness());
        return insert.bind("radius", said.radiusMetres())
                .bind("days", said.days())
                .bind("least", said.least());
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return dictionary.keyNamed(key, isEnglish);
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
        return key.equals(DemandDictionary.ANY_KIND) ? Optional.of(RegionCode.NATION) : Optional.empty();
    }
}
