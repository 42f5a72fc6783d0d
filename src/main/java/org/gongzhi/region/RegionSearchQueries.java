package org.gongzhi.region;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/**
 * Candidates for a word, each statement bounded whatever the word: the best few of every level by prefix, all that share a rare pair of characters, or as many
 * as are wanted along a walk in the order of codes.
 */
@Repository
class RegionSearchQueries {

    private final Sql sql;

    RegionSearchQueries(Sql sql) {
        this.sql = sql;
    }

    record Candidate(Region region, String pinyin, String initials) {}

    List<Candidate> byNamePrefix(String prefix, Scope within, List<Long> levels, int limit) {
        return sql.of("""
                select hit.* from unnest(:levels) level (n), (values (true), (false)) working (yes), lateral (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                    from region
                    where level = n and is_working = yes and name >= :prefix and name < :prefixEnd and not is_hidden and closed_on is null
                      and case when code <@ :scopes::int8multirange then true else false end
                    order by name limit :limit) hit
                """)
                .bind("prefix", prefix)
                .bind("prefixEnd", prefix + Character.toString(Character.MAX_CODE_POINT))
                .bindScope(within)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    /** 朝阳 alone is a name: without the ending that a level gives it. */
    List<Candidate> byName(Set<String> names, Scope within, List<Long> levels, int limit) {
        return sql.of("""
                select hit.* from unnest(:levels) level (n), (values (true), (false)) working (yes), lateral (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                    from region
                    where level = n and is_working = yes and name = any (:names) and not is_hidden and closed_on is null and case when code <@ :scopes::int8multirange then true else false end
                    limit :limit) hit
                """)
                .bindTexts("names", names)
                .bindScope(within)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    List<Candidate> byPinyin(String prefix, Scope within, List<Long> levels, int limit) {
        return sql.of("""
                select hit.* from unnest(:levels) level (n), (values (true), (false)) working (yes), lateral (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                    from region
                    where level = n and is_working = yes and pinyin >= :prefix and pinyin < :prefixEnd and not is_hidden and closed_on is null
                      and case when code <@ :scopes::int8multirange then true else false end
                    order by pinyin limit :limit) hit
                """)
                .bind("prefix", prefix)
                .bind("prefixEnd", prefix + "{")
                .bindScope(within)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    List<Candidate> byInitials(String prefix, Scope within, List<Long> levels, int limit) {
        return sql.of("""
                select hit.* from unnest(:levels) level (n), (values (true), (false)) working (yes), lateral (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                    from region
                    where level = n and is_working = yes and initials >= :prefix and initials < :prefixEnd and not is_hidden and closed_on is null
                      and case when code <@ :scopes::int8multirange then true else false end
                    order by initials limit :limit) hit
                """)
                .bind("prefix", prefix)
                .bind("prefixEnd", prefix + "{")
                .bindScope(within)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    /** All that share these pairs, at least one of which is rare. */
    List<Candidate> byGrams(String part, Set<String> grams, Scope within, List<Long> levels, int limit) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                from region
                where grams @> :grams and position(:part in name) > 0 and level = any (:levels) and not is_hidden and closed_on is null
                  and case when code <@ :scopes::int8multirange then true else false end
                order by is_working desc, level, length(name), code limit :limit
                """)
                .bind("part", part)
                .bindTexts("grams", grams)
                .bindScope(within)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    /** For parts that thousands of names have: the first few of each level, and of the working territories, along the codes. */
    List<Candidate> byWalk(String part, List<Long> levels, int limit) {
        return sql.of("""
                select hit.* from unnest(:levels) level (n), lateral (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                    from region where level = n and position(:part in name) > 0 and not is_hidden and closed_on is null order by code limit :limit) hit
                union
                (select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                 from region where is_working and level = any (:levels) and position(:part in name) > 0 and not is_hidden and closed_on is null
                 order by code limit :limit)
                """)
                .bind("part", part)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    /** Inside one subtree, by any of the four; a name counts wherever the part stands in it. */
    List<Candidate> below(long from, long to, String part, String letters, List<Long> levels, int limit) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin, initials
                from region
                where code >= :from and code < :to and level = any (:levels) and not is_hidden and closed_on is null
                  and (:part <> '' and position(:part in name) > 0
                       or :letters <> '' and (starts_with(pinyin, :letters) or starts_with(initials, :letters)))
                order by code limit :limit
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("part", part)
                .bind("letters", letters)
                .bindLongs("levels", levels)
                .bind("limit", limit)
                .list(RegionSearchQueries::candidate);
    }

    /** Of those of these pairs that are common: how many names at each level. */
    List<GramCounts.Count> commonAmong(Set<String> grams) {
        return sql.of("select gram, level, nodes from region_common_gram where gram = any (:grams)")
                .bindTexts("grams", grams)
                .list(row -> new GramCounts.Count(row.text("gram"), row.whole("level"), row.whole("nodes")));
    }

    private static Candidate candidate(Sql.Row row) throws SQLException {
        return new Candidate(RegionQueries.region(row), row.text("pinyin"), row.text("initials"));
    }
}
