package org.gongzhi.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
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

    private final Sql sql;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    DemandDictionary(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Known(Map<String, Kind> kinds, Instant until) {}

    Outcome<Kind> kind(String code) {
        Known kept = known;
        Instant now = clock.instant();
        if (!now.isBefore(kept.until()) || !kept.kinds().containsKey(code)) {
            kept = new Known(active(), now.plus(KEPT_FOR));
            known = kept;
        }
        Kind kind = kept.kinds().get(code);
        return kind == null ? Outcome.invalid("kind", DemandRefusal.KIND_UNKNOWN) : Outcome.done(kind);
    }

    private Map<String, Kind> active() {
        return sql
                .of("select code, name, class, is_public from demand_kind where is_active")
                .list(row -> new Kind(row.text("code"), row.text("name"), row.text("class"), row.yes("is_public")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Kind::code, Function.identity()));
    }

    /** The reason, if it is one for this verb and comes with the words it needs. */
    Outcome<Reason> reason(String verb, @Nullable String code, @Nullable String words) {
        Optional<Reason> reason = sql.of(
                        "select code, name, instead, needs_words from demand_reason where code = :code and verb = :verb")
                .bind("code", code)
                .bind("verb", verb)
                .optional(row -> new Reason(
                        row.text("code"), row.text("name"), row.textOrNull("instead"), row.yes("needs_words")));
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
                        select k.code, k.parent_code, case when :english then k.name_en else k.name end as name, k.class, k.is_public, k.hotline
                        from demand_kind k left join demand_kind p on p.code = k.parent_code
                        where k.is_active and k.region_code = any (cast(:path as bigint[]))
                        order by coalesce(p.position, k.position), coalesce(p.code, k.code), k.parent_code nulls first, k.position, k.code""")
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

    /** The kinds meant by naming these: themselves and what belongs to them. */
    public List<String> withChildren(List<String> codes) {
        return sql.of(
                        "select code from demand_kind where code = any (:codes) or parent_code = any (:codes) order by code")
                .bindTexts("codes", codes)
                .list(row -> row.text("code"));
    }

    public List<Reason> reasons(String verb) {
        return sql.of("""
                        select code, case when :english then name_en else name end as name, instead, needs_words from demand_reason
                        where verb = :verb order by position, code""")
                .bind("english", isEnglish())
                .bind("verb", verb)
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
