package org.gongzhi.rule;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * A book whose rules stand in one table. Each row is what one territory says on one matter for a time: {@code id}, {@code region_code}, {@code valid} (a daterange,
 * open while nothing follows), {@code version}, {@code source}, and the columns of its terms. A row is added, ended or withdrawn, and never changed; a withdrawn one
 * has the empty range. What is said at a place is said by the nearest territory above it: {@link Inheritance}.
 *
 * <p>The book itself says what is particular to it: which columns its terms are, which drafts are sound, and how all this is called.
 */
public abstract class DatedBook implements RuleBook {

    private final Sql sql;

    @CompileTimeConstant
    private final String table;

    @CompileTimeConstant
    private final String rows;

    @CompileTimeConstant
    private final String insert;

    /**
     * The three texts of a book.
     *
     * @param table whose {@code valid} is set when a rule ends or is withdrawn
     * @param rows selects {@code id, key, region_code, valid, version, source}, the columns of the terms, and {@code place}: by which matters are ordered, null last
     * @param insert takes {@code :id, :key, :region, :from, :to, :version, :source} and what {@link #bind} adds
     */
    protected DatedBook(
            Sql sql,
            @CompileTimeConstant final String table,
            @CompileTimeConstant final String rows,
            @CompileTimeConstant final String insert) {
        this.sql = sql;
        this.table = table;
        this.rows = rows;
        this.insert = insert;
    }

    /** What a row says. */
    protected abstract RuleTerms terms(Sql.Row row) throws SQLException;

    /** What is said, for the columns of the terms. */
    protected abstract Sql.Statement bind(Sql.Statement insert, RuleTerms terms);

    /** For a book that remembers what it read. */
    protected void changed() {}

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("select r.*, lower(r.valid) as valid_from, upper(r.valid) as valid_to from (" + rows + """
                        ) r where r.region_code = any (:nodes) and not isempty(r.valid)
                        order by r.place nulls last, r.key, lower(r.valid)""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(this::version);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return sql.of("select r.*, lower(r.valid) as valid_from, upper(r.valid) as valid_to from (" + rows + """
                        ) r where r.region_code > :from and r.region_code < :to and r.key = :key and r.valid @> :on
                        order by r.region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("key", key)
                .bind("on", on)
                .list(this::version);
    }

    @Override
    public int lastVersion(String key) {
        return (int) sql.of("select coalesce(max(r.version), 0) from (" + rows + ") r where r.key = :key")
                .bind("key", key)
                .count();
    }

    @Override
    public void add(RuleVersion rule) {
        bind(sql.of(insert), rule.terms())
                .bind("id", rule.id())
                .bind("key", rule.key())
                .bind("region", rule.region())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
        changed();
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        sql.of("update " + table + " set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
        changed();
    }

    @Override
    public void withdraw(UUID id) {
        sql.of("update " + table + " set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
        changed();
    }

    private RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                row.text("key"),
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                terms(row),
                row.text("source"));
    }
}
