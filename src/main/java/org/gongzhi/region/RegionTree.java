package org.gongzhi.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes to the shape of the tree. A code says where a node lies, so whatever moves gets another and leaves the old row behind, closed, under its old parent.
 * Called inside the caller's transaction, who decides who may.
 */
@Component
public class RegionTree {

    private static final int MOST_DIGITS = 999;
    private static final Map<Integer, Set<String>> KINDS = Map.of(
            Region.STREET, Set.of("street", "town", "township", "street_like"),
            Region.COMMUNITY, Set.of("community", "village", "community_like"),
            Region.GRID, Set.of("grid"));

    private final Sql sql;
    private final RegionLookup lookup;

    RegionTree(Sql sql, RegionLookup lookup) {
        this.sql = sql;
        this.lookup = lookup;
    }

    /** How many codes a street, a community or a grid takes. */
    public static long span(int level) {
        return level == Region.STREET ? 1_000_000 : level == Region.COMMUNITY ? 1_000 : 1;
    }

    /** The node and what is open below it, each before its children. */
    public List<Region> subtree(Region root) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from region where code >= :from and code < :to and closed_on is null order by code
                """).bind("from", root.code()).bind("to", root.to()).list(RegionQueries::region);
    }

    /**
     * A code below this parent that no node has or ever had: with the digits of {@code like} where they are free, else the next of the same kind.
     *
     * @param kind street, town, community, village and so on: told by the hundreds of the code's digits
     * @param taken codes of the same plan
     */
    public Optional<RegionCode> free(
            Region parent, int level, String kind, @Nullable RegionCode like, Set<Long> taken) {
        long span = span(level);
        Set<Long> known =
                Set.copyOf(sql.of("select code / :span * :span as code from region where code > :from and code < :to")
                        .bind("span", span)
                        .bind("from", parent.code())
                        .bind("to", parent.to())
                        .list(row -> row.number("code")));
        int first = like == null ? 0 : (int) (like.value() / span % 1000);
        return IntStream.concat(IntStream.of(first), IntStream.rangeClosed(1, MOST_DIGITS))
                .filter(digits -> digits > 0)
                .mapToLong(digits -> parent.code().value() + digits * span)
                .filter(code -> code + span <= parent.to()
                        && RegionNode.kindOf(level, code).equals(kind))
                .filter(code -> !known.contains(code) && !taken.contains(code))
                .mapToObj(RegionCode::new)
                .findFirst();
    }

    public static boolean isKindOf(int level, String kind) {
        return KINDS.getOrDefault(level, Set.of()).contains(kind);
    }

    /** A new node with a name of its own. */
    public void open(RegionCode code, int level, RegionCode parent, String name, String kind, LocalDate on) {
        Placename placename = Placename.of(level, name);
        NameIndex index = NameIndex.of(placename.spoken());
        sql.of("""
                insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_working, is_own, opened_on, pinyin, initials, grams)
                values (:code, :codeTo, :level, :parent, :name, :shortName, :officialName, :kind, true, true, :on, :pinyin, :initials, :grams)
                """)
                .bind("code", code)
                .bind("codeTo", code.value() + span(level))
                .bind("level", level)
                .bind("parent", parent)
                .bind("name", placename.spoken())
                .bind("shortName", placename.brief())
                .bind("officialName", placename.official())
                .bind("kind", kind)
                .bind("on", on)
                .bind("pinyin", index.pinyin())
                .bind("initials", index.initials())
                .bindTexts("grams", index.grams())
                .update();
        lookup.forgetAfterwards();
    }

    /** The same place under another code: its name, point and outline go along. */
    public void copy(RegionCode from, RegionCode to, RegionCode parent, LocalDate on) {
        sql.of("""
                insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, is_working, is_own, opened_on,
                    pinyin, initials, grams, lng, lat)
                select :to, :to + (code_to - code), level, :parent, name, short_name, official_name, kind, is_hidden, is_working, true, :on,
                    pinyin, initials, grams, lng, lat
                from region where code = :from
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("parent", parent)
                .bind("on", on)
                .update();
        sql.of("""
                insert into region_boundary (code, geometry, is_sketch, credit)
                select :to, geometry, is_sketch, credit from region_boundary where code = :from
                """).bind("from", from).bind("to", to).update();
        lookup.forgetAfterwards();
    }

    public void rename(RegionCode code, String name) {
        Region node = lookup.get(code);
        Placename placename = Placename.of(node.level(), name);
        NameIndex index = NameIndex.of(placename.spoken());
        sql.of("""
                update region set name = :name, short_name = :shortName, official_name = :officialName, pinyin = :pinyin, initials = :initials, grams = :grams,
                    is_own = true where code = :code
                """)
                .bind("code", code)
                .bind("name", placename.spoken())
                .bind("shortName", placename.brief())
                .bind("officialName", placename.official())
                .bind("pinyin", index.pinyin())
                .bind("initials", index.initials())
                .bindTexts("grams", index.grams())
                .update();
        lookup.forgetAfterwards();
    }

    /** What people call a place of that level when this is what they wrote. */
    public static String spoken(int level, String name) {
        return Placename.of(level, name).spoken();
    }

    public void close(Collection<RegionCode> codes, LocalDate on) {
        sql.of("update region set closed_on = greatest(:on, opened_on), is_working = false where code = any (:codes)")
                .bindLongs("codes", codes.stream().map(RegionCode::value).toList())
                .bind("on", on)
                .update();
        lookup.forgetAfterwards();
    }

    /** Takes a closing back. */
    public void reopen(Collection<RegionCode> codes) {
        sql.of("update region set closed_on = null, is_working = true where code = any (:codes)")
                .bindLongs("codes", codes.stream().map(RegionCode::value).toList())
                .update();
        lookup.forgetAfterwards();
    }

    /** Takes an opening back: the row stays as one that never was in force, since audit entries may name it. */
    public void neverOpened(Collection<RegionCode> codes) {
        sql.of("update region set closed_on = opened_on, is_working = false where code = any (:codes)")
                .bindLongs("codes", codes.stream().map(RegionCode::value).toList())
                .update();
        lookup.forgetAfterwards();
    }

    public void succeed(RegionCode code, RegionCode successor, LocalDate since, UUID reorganization) {
        sql.of("""
                insert into region_succession (code, successor_code, since, reorganization_id) values (:code, :successor, :since, :reorganization)
                """)
                .bind("code", code)
                .bind("successor", successor)
                .bind("since", since)
                .bind("reorganization", reorganization)
                .update();
    }

    public void forgetSuccession(UUID reorganization) {
        sql.of("delete from region_succession where reorganization_id = :reorganization")
                .bind("reorganization", reorganization)
                .update();
    }

    /** Nobody else changes these nodes until the transaction ends; rows that name them are written as before. */
    public void hold(Collection<RegionCode> codes) {
        sql.of("select code from region where code = any (:codes) order by code for no key update")
                .bindLongs("codes", codes.stream().map(RegionCode::value).toList())
                .list(row -> row.number("code"));
    }

    /** Waits for whoever is writing rows that name these nodes, and makes others wait until the transaction ends. */
    public void holdEmpty(Collection<RegionCode> codes) {
        sql.of("select code from region where code = any (:codes) order by code for update")
                .bindLongs("codes", codes.stream().map(RegionCode::value).toList())
                .list(row -> row.number("code"));
    }
}
