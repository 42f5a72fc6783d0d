package org.gongzhi.dictionary;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.springframework.stereotype.Component;

/**
 * 类别: a tree of two levels; its class of clock, place in the list, hotline and whether it is offered are each territory's own. What a kind was made with counts as
 * its maker's first rule, until the maker sets another.
 */
@Component
class KindBook extends DatedBook {

    private static final Set<String> CLASSES = Set.of("urgent", "utility", "ordinary", "hard");
    private static final int LONGEST_HOTLINE = 40;

    private final Kinds kinds;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    KindBook(Sql sql, Kinds kinds, DemandDictionary dictionary, RegionLookup regions) {
        super(sql, "demand_kind_rule", """
                        select v.id, v.code as key, v.region_code, v.valid, v.version, v.source, v.class, v.position, v.hotline, v.is_active,
                               row(coalesce(p.position, k.position), coalesce(p.code, k.code), k.parent_code is not null, k.position) as place
                        from (select md5('demand_kind ' || b.code)::uuid as id, b.code, b.region_code, b.class, b.position, b.hotline, b.is_active,
                                     daterange('2020-01-01', (select min(lower(x.valid)) from demand_kind_rule x
                                                              where x.code = b.code and x.region_code = b.region_code and not isempty(x.valid))) as valid,
                                     1 as version, '最初的设置' as source
                              from demand_kind b
                              union all
                              select id, code, region_code, class, position, hotline, is_active, valid, version, source from demand_kind_rule) v
                        join demand_kind k on k.code = v.code left join demand_kind p on p.code = k.parent_code""", """
                        insert into demand_kind_rule (id, code, region_code, class, position, hotline, is_active, valid, version, source)
                        values (:id, :key, :region, :class, :position, :hotline, :active, daterange(:from, cast(:to as date)), :version, :source)""");
        this.kinds = kinds;
        this.dictionary = dictionary;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "kind";
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        RuleTerms.Kind terms = draft.terms().kind();
        if (terms == null || !CLASSES.contains(terms.clazz())) {
            return Outcome.invalid("class", DictionaryRefusal.CLASS_UNKNOWN);
        }
        Outcome<RuleDraft> sound = Entries.position(terms.position())
                .then(_ -> Entries.text("hotline", terms.hotline(), LONGEST_HOTLINE))
                .map(_ -> draft);
        return sound.then(checked -> checked.key().isEmpty() ? made(checked, terms) : known(checked, terms));
    }

    private Outcome<RuleDraft> known(RuleDraft draft, RuleTerms.Kind terms) {
        return kinds.made(draft.key())
                .filter(kind -> regions.isWithin(draft.region(), kind.owner()))
                .<Outcome<RuleDraft>>map(kind -> Outcome.done(draft.withTerms(RuleTerms.of(new RuleTerms.Kind(
                        null,
                        null,
                        null,
                        null,
                        terms.clazz(),
                        terms.position(),
                        Words.tidyOrNull(terms.hotline()),
                        terms.isActive())))))
                .orElseGet(() -> Outcome.invalid("key", DictionaryRefusal.KEY_UNKNOWN));
    }

    /** A third level, and so a circle, cannot come about: only a kind of the first level can be above one, and what is made stays where it is. */
    private Outcome<RuleDraft> made(RuleDraft draft, RuleTerms.Kind terms) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        String parent = Words.tidyOrNull(terms.parent());
        boolean isParent = parent == null
                || dictionary.kinds(path).stream()
                        .anyMatch(kind -> kind.code().equals(parent) && kind.parent() == null);
        return Entries.name(terms.name()).then(name -> {
            if (kinds.isNamed(name, path)) {
                return Outcome.invalid("name", DictionaryRefusal.NAME_TAKEN, name);
            }
            if (!isParent) {
                return Outcome.invalid("parent", DictionaryRefusal.PARENT_WRONG);
            }
            String english = Words.tidyOrNull(terms.nameEn());
            return Outcome.done(draft.withKey(Entries.newCode("kind"))
                    .withTerms(RuleTerms.of(new RuleTerms.Kind(
                            name,
                            english == null ? name : english,
                            parent,
                            Boolean.TRUE.equals(terms.isPublic()),
                            terms.clazz(),
                            terms.position(),
                            Words.tidyOrNull(terms.hotline()),
                            terms.isActive()))));
        });
    }

    /** What it was made with is its first. */
    @Override
    public int lastVersion(String key) {
        return Math.max(1, super.lastVersion(key));
    }

    @Override
    public void add(RuleVersion rule) {
        RuleTerms.Kind terms = kind(rule.terms());
        String name = terms.name();
        if (name != null) {
            String english = terms.nameEn();
            kinds.make(
                    new Kinds.Made(
                            rule.key(),
                            terms.parent(),
                            rule.region(),
                            name,
                            english == null ? name : english,
                            Boolean.TRUE.equals(terms.isPublic())),
                    terms);
        }
        super.add(rule);
    }

    @Override
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Kind(
                null,
                null,
                null,
                null,
                row.text("class"),
                row.whole("position"),
                row.textOrNull("hotline"),
                row.yes("is_active")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        RuleTerms.Kind kind = kind(terms);
        return insert.bind("class", kind.clazz())
                .bind("position", kind.position())
                .bind("hotline", kind.hotline())
                .bind("active", kind.isActive());
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return kinds.made(key)
                .map(kind -> {
                    String own = isEnglish ? kind.nameEn() : kind.name();
                    String parent = kind.parent();
                    return parent == null ? own : dictionary.kindNames().getOrDefault(parent, parent) + " › " + own;
                })
                .orElse(key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Kind kind = kind(terms);
        String hotline = kind.hotline();
        String clazz = switch (kind.clazz()) {
            case "urgent" -> isEnglish ? "urgent" : "紧急类";
            case "utility" -> isEnglish ? "utilities" : "水电气热类";
            case "hard" -> isEnglish ? "hard" : "疑难类";
            default -> isEnglish ? "ordinary" : "一般类";
        };
        return isEnglish
                ? (kind.isActive() ? clazz : "switched off (" + clazz + ")") + ", place " + kind.position()
                        + (hotline == null ? "" : ", hotline " + hotline)
                : (kind.isActive() ? clazz : "停用（" + clazz + "）") + "，排第 " + kind.position()
                        + (hotline == null ? "" : "，急事请拨 " + hotline);
    }

    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return kinds.made(key).map(Kinds.Made::owner);
    }

    private static RuleTerms.Kind kind(RuleTerms terms) {
        RuleTerms.Kind kind = terms.kind();
        if (kind == null) {
            throw new IllegalArgumentException("a kind has a class");
        }
        return kind;
    }
}
