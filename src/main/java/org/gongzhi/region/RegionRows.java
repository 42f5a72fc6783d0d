package org.gongzhi.region;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** Writes nodes into the tree: one, or a whole list through COPY. */
@Repository
class RegionRows {

    private final Sql sql;

    RegionRows(Sql sql) {
        this.sql = sql;
    }

    @FunctionalInterface
    interface Nodes {
        void writeTo(NodeWriter writer) throws IOException;
    }

    @FunctionalInterface
    interface NodeWriter {
        void write(RegionNode node, NameIndex index) throws IOException;
    }

    /** Remembers the pairs that so many names share that a search must not start from them. */
    void noteCommonGrams(GramCounts counts) {
        List<GramCounts.Count> common = counts.above(RegionSearch.COMMON);
        sql.of("""
                insert into region_common_gram as old (gram, level, nodes)
                select gram, level, nodes from unnest(:grams, :levels, :nodes) common (gram, level, nodes)
                on conflict (gram, level) do update set nodes = greatest(old.nodes, excluded.nodes)
                """)
                .bindTexts("grams", common.stream().map(GramCounts.Count::gram).toList())
                .bindLongs(
                        "levels",
                        common.stream().map(count -> (long) count.level()).toList())
                .bindLongs(
                        "nodes",
                        common.stream().map(count -> (long) count.nodes()).toList())
                .update();
    }

    /** True while nothing but the nation is there. */
    boolean isEmpty() {
        return sql.of("select count(*) from (select 1 from region where code > 0 limit 1) any_node")
                        .count()
                == 0;
    }

    /** Several times faster than {@link #merge}, into an empty table only. */
    void fill(Nodes nodes) {
        sql.of("select region_begin_load()").list(_ -> true);
        sql.copyIn("""
                copy region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, pinyin, initials, grams)
                from stdin""", rows -> nodes.writeTo((node, index) -> write(rows, node, index)));
        sql.of("select region_finish_load()").list(_ -> true);
    }

    /** Adds what is new and renames what changed; what the list no longer has stays, since records hang on it. */
    void merge(Nodes nodes) {
        sql.of("create temporary table region_staging (like region including defaults) on commit drop")
                .update();
        sql.copyIn("""
                copy region_staging (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, pinyin, initials, grams)
                from stdin""", rows -> nodes.writeTo((node, index) -> write(rows, node, index)));
        sql.of("""
                insert into region as old (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, pinyin, initials, grams)
                select code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, pinyin, initials, grams
                from region_staging order by code
                on conflict (code) do update set
                    name = excluded.name, short_name = excluded.short_name, official_name = excluded.official_name, kind = excluded.kind,
                    is_hidden = excluded.is_hidden, pinyin = excluded.pinyin, initials = excluded.initials, grams = excluded.grams
                where old.official_name <> excluded.official_name and not old.is_own
                """).update();
    }

    void add(RegionNode node, boolean working) {
        NameIndex index = NameIndex.of(node.name().spoken());
        sql.of("""
                insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, is_working, pinyin, initials, grams)
                values (:code, :codeTo, :level, :parent, :name, :shortName, :officialName, :kind, :hidden, :working, :pinyin, :initials, :grams)
                """)
                .bind("code", node.code())
                .bind("codeTo", node.to())
                .bind("level", node.level())
                .bind("parent", node.parent())
                .bind("name", node.name().spoken())
                .bind("shortName", node.name().brief())
                .bind("officialName", node.name().official())
                .bind("kind", node.kind())
                .bind("hidden", node.hidden())
                .bind("working", working)
                .bind("pinyin", index.pinyin())
                .bind("initials", index.initials())
                .bindTexts("grams", index.grams())
                .update();
    }

    /** Grids, each as working as its community. */
    int addAll(List<RegionNode> grids) {
        List<NameIndex> indexes =
                grids.stream().map(grid -> NameIndex.of(grid.name().spoken())).toList();
        return sql.of("""
                insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, is_working, pinyin, initials, grams)
                select g.code, g.code + 1, c.level + 1, c.code, g.name, g.name, g.name, 'grid', false, c.is_working, g.pinyin, g.initials,
                       string_to_array(g.grams, ',')
                from unnest(:codes, :parents, :names, :pinyins, :initials, :grams) as g (code, parent, name, pinyin, initials, grams)
                join region c on c.code = g.parent
                """)
                .bindLongs("codes", grids.stream().map(RegionNode::code).toList())
                .bindLongs("parents", grids.stream().map(RegionRows::parent).toList())
                .bindTexts(
                        "names",
                        grids.stream().map(grid -> grid.name().spoken()).toList())
                .bindTexts("pinyins", indexes.stream().map(NameIndex::pinyin).toList())
                .bindTexts("initials", indexes.stream().map(NameIndex::initials).toList())
                .bindTexts(
                        "grams",
                        indexes.stream()
                                .map(index -> String.join(",", index.grams()))
                                .toList())
                .update();
    }

    private static Long parent(RegionNode grid) {
        return java.util.Objects.requireNonNull(grid.parent());
    }

    int open(long from, long to) {
        return sql.of(
                        "update region set is_working = true where code >= :from and code < :to and not is_working and closed_on is null")
                .bind("from", from)
                .bind("to", to)
                .update();
    }

    private static void write(Writer rows, RegionNode node, NameIndex index) throws IOException {
        rows.write(Long.toString(node.code()));
        cell(rows, Long.toString(node.to()));
        cell(rows, Integer.toString(node.level()));
        cell(rows, node.parent() == null ? "0" : Long.toString(node.parent()));
        cell(rows, escape(node.name().spoken()));
        cell(rows, escape(node.name().brief()));
        cell(rows, escape(node.name().official()));
        cell(rows, node.kind());
        cell(rows, node.hidden() ? "t" : "f");
        cell(rows, index.pinyin());
        cell(rows, index.initials());
        cell(rows, array(index.grams()));
        rows.write('\n');
    }

    private static void cell(Writer rows, String text) throws IOException {
        rows.write('\t');
        rows.write(text);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ").replace("\r", " ");
    }

    /** Grams hold letters and digits only, so nothing in them needs quoting but the word null. */
    private static String array(Set<String> grams) {
        return grams.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
