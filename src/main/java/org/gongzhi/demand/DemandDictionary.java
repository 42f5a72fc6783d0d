package org.gongzhi.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Repository;

/** Kinds and reasons: as people choose from them, in the reader's language, and as the rules need them. */
@Repository
public class DemandDictionary {

    /** As offered to choose from. */
    public record Offered(
            String code,
            @Nullable String parent,
            String name,
            String clazz,
            boolean isPublic,
            @Nullable String hotline) {}

    record Kind(String code, String name, String clazz, boolean isPublic) {}

    public record Reason(String code, String name, @Nullable String instead, boolean needsWords) {}

    /** The class of a kind is asked at every step of every demand; a kind that is changed or ended is so a moment later. */
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 10_000;

    /** Where rules speak of kinds: of each of which nothing more particular is said. */
    public static final String ANY_KIND = "*";

    private final Sql sql;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    DemandDictionary(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The kind as it is offered at a place today. */
    Outcome<Kind> kind(String code, RegionCode place) {
        return find(code, place, Time.today(clock))
                .filter(Found::isActive)
                .<Outcome<Kind>>map(found -> Outcome.done(found.kind()))
                .orElseGet(() -> Outcome.invalid("kind", DemandRefusal.KIND_UNKNOWN));
    }

    /** The class a kind had at a place on a day, offered or not: a case keeps the one it began with. */
    public Optional<String> classOf(String code, RegionCode place, LocalDate on) {
        return find(code, place, on).map(found -> found.kind().clazz());
    }

    /** A kind as it was at a place on a day. */
    public record KindAt(String code, RegionCode place, LocalDate on) {}

    /** The same of many at once; those that no kind answers are left out. */
    public Map<KindAt, String> classesOf(Set<KindAt> asked) {
        List<KindAt> each = List.copyOf(asked);
        Map<KindAt, String> classes = new HashMap<>();
        sql.of("""
                        select a.n, coalesce(o.class, k.class) as class
                        from unnest(:codes, :places, cast(:days as date[])) with ordinality as a (code, place, day, n)
                        join demand_kind k on k.code = a.code
                        join region own on own.code = k.region_code and own.code <= a.place and own.code_to > a.place
                        left join lateral (
                            select x.class from demand_kind_rule x join region g on g.code = x.region_code
                            where x.code = a.code and x.valid @> a.day and g.code <= a.place and g.code_to > a.place
                            order by g.level desc limit 1) o on true""")
                .bindTexts("codes", each.stream().map(KindAt::code).toList())
                .bindLongs(
                        "places", each.stream().map(one -> one.place().value()).toList())
                .bindTexts("days", each.stream().map(one -> one.on().toString()).toList())
                .list(row -> classes.put(each.get(row.whole("n") - 1), row.text("class")));
        return classes;
    }

    private record Found(Kind kind, boolean isActive) {}

    private record Known(Map<KindAt, Found> answers, Instant until) {}

    private Optional<Found> find(String code, RegionCode place, LocalDate on) {
        Known kept = known;
        Instant now = clock.instant();
        if (!now.isBefore(kept.until()) || kept.answers().size() > MOST_KEPT) {
            kept = new Known(new ConcurrentHashMap<>(), now.plus(KEPT_FOR));
            known = kept;
        }
        KindAt asked = new KindAt(code, place, on);
        Found answer = kept.answers().get(asked);
        if (answer != null && answer.isActive()) {
            return Optional.of(answer);
        }
        Optional<Found> found = read(code, place, on);
        Map<KindAt, Found> answers = kept.answers();
        found.ifPresent(each -> answers.put(asked, each));
        return found;
    }

    private Optional<Found> read(String code, RegionCode place, LocalDate on) {
        return sql.of("""
                        select k.code, k.name, coalesce(o.class, k.class) as class, k.is_public, coalesce(o.is_active, k.is_active) as is_active
                        from demand_kind k join region own on own.code = k.region_code
                        left join lateral (
                            select x.class, x.is_active from demand_kind_rule x join region g on g.code = x.region_code
                            where x.code = k.code and x.valid @> :on and g.code <= :place and g.code_to > :place
                            order by g.level desc limit 1) o on true
                        where k.code = :code and own.code <= :place and own.code_to > :place""")
                .bind("code", code)
                .bind("place", place)
                .bind("on", on)
                .optional(row -> new Found(
                        new Kind(row.text("code"), row.text("name"), row.text("class"), row.yes("is_public")),
                        row.yes("is_active")));
    }

    /** The reason, if it is one for this verb at the node and comes with the words it needs. */
    Outcome<Reason> reason(RegionCode node, String verb, @Nullable String code, @Nullable String words) {
        Optional<Reason> reason = reasons(verb, node).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (reason.isEmpty()) {
            return Outcome.invalid("reason", DemandRefusal.REASON_UNKNOWN);
        }
        return reason.get().needsWords() && (words == null || words.isBlank())
                ? Outcome.invalid("words", DemandRefusal.REASON_NEEDS_WORDS)
                : Outcome.done(reason.get());
    }

    /** Those of the nation and of every territory around the place, parents before their children. */
    public List<Offered> kinds(List<RegionCode> path) {
        return sql.of("""
                        select k.code, k.parent_code, case when :english then k.name_en else k.name end as name, coalesce(o.class, k.class) as class,
                               k.is_public, case when o.code is null then k.hotline else o.hotline end as hotline
                        from demand_kind k left join demand_kind p on p.code = k.parent_code
                        left join lateral (
                            select x.* from demand_kind_rule x join region g on g.code = x.region_code
                            where x.code = k.code and x.valid @> :on and x.region_code = any (cast(:path as bigint[]))
                            order by g.level desc limit 1) o on true
                        left join lateral (
                            select x.position from demand_kind_rule x join region g on g.code = x.region_code
                            where x.code = p.code and x.valid @> :on and x.region_code = any (cast(:path as bigint[]))
                            order by g.level desc limit 1) above on true
                        where coalesce(o.is_active, k.is_active) and k.region_code = any (cast(:path as bigint[]))
                        order by coalesce(above.position, p.position, o.position, k.position), coalesce(p.code, k.code), k.parent_code nulls first,
                                 coalesce(o.position, k.position), k.code""")
                .bind("on", Time.today(clock))
                .bind("english", isEnglish())
                .bindLongs("path", path.stream().map(RegionCode::value).toList())
                .list(row -> new Offered(
                        row.text("code"),
                        row.textOrNull("parent_code"),
                        row.text("name"),
                        row.text("class"),
                        row.yes("is_public"),
                        row.textOrNull("hotline")));
    }

    /** Also of kinds no longer offered, which old records still bear. */
    public Map<String, String> kindNames() {
        Map<String, String> names = new LinkedHashMap<>();
        sql.of("select code, case when :english then name_en else name end as name from demand_kind")
                .bind("english", isEnglish())
                .list(row -> names.put(row.text("code"), row.text("name")));
        return names;
    }

    /** Whether a rule at the end of a path can speak of it: of a kind offered there, or of any. */
    public boolean knows(String key, List<RegionCode> path) {
        return key.equals(ANY_KIND)
                || kinds(path).stream().anyMatch(kind -> kind.code().equals(key));
    }

    /** Under which keys a rule may speak of a kind, the most particular first: its own, that of the kind above, that of any. */
    public Function<String, List<String>> keysAt(List<RegionCode> path) {
        Map<String, String> parents = new HashMap<>();
        kinds(path).forEach(kind -> parents.put(kind.code(), kind.parent() == null ? "" : kind.parent()));
        return kind -> Stream.of(kind, parents.getOrDefault(kind, ""), ANY_KIND)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    public String keyNamed(String key, boolean isEnglish) {
        return key.equals(ANY_KIND)
                ? (isEnglish ? "Any other kind" : "其余类别")
                : kindNames().getOrDefault(key, key);
    }

    /** The kinds a key stands for; empty: all of them. */
    public List<String> kindsUnder(String key) {
        return key.equals(ANY_KIND) ? List.of() : withChildren(List.of(key));
    }

    /** The kinds meant by naming these: themselves and what belongs to them. */
    public List<String> withChildren(List<String> codes) {
        return sql.of(
                        "select code from demand_kind where code = any (:codes) or parent_code = any (:codes) order by code")
                .bindTexts("codes", codes)
                .list(row -> row.text("code"));
    }

    /** Those a node may choose from today, as the nearest territory has it. */
    public List<Reason> reasons(String verb, RegionCode node) {
        return sql.of("""
                        select r.code, case when :english then r.name_en else r.name end as name,
                               case when o.code is null then r.instead else o.instead end as instead, coalesce(o.needs_words, r.needs_words) as needs_words
                        from demand_reason r join region own on own.code = r.region_code
                        left join lateral (
                            select x.* from demand_reason_rule x join region g on g.code = x.region_code
                            where x.code = r.code and x.valid @> :on and g.code <= :node and g.code_to > :node
                            order by g.level desc limit 1) o on true
                        where r.verb = :verb and coalesce(o.is_active, r.is_active) and own.code <= :node and own.code_to > :node
                        order by coalesce(o.position, r.position), r.code""")
                .bind("english", isEnglish())
                .bind("verb", verb)
                .bind("node", node)
                .bind("on", Time.today(clock))
                .list(row -> new Reason(
                        row.text("code"), row.text("name"), row.textOrNull("instead"), row.yes("needs_words")));
    }

    public Map<String, String> reasonNames() {
        Map<String, String> names = new LinkedHashMap<>();
        sql.of("select code, case when :english then name_en else name end as name from demand_reason")
                .bind("english", isEnglish())
                .list(row -> names.put(row.text("code"), row.text("name")));
        return names;
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
