package org.gongzhi.region;

import java.time.Clock;
import javax.sql.DataSource;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The module put together by hand on a test database, as the application's role sees it. */
final class Tree {

    final DataSource database;
    final Transactions transactions;
    final RegionQueries queries;
    final RegionMapQueries maps;
    final RegionSearch search;
    final RegionRows rows;
    final RegionLoads loads;
    final RegionLookup lookup;
    final Territory territory;
    final LoadRegions loadRegions;
    final java.util.List<Object> events = new java.util.ArrayList<>();

    Tree(TestDatabase test) {
        this.database = test.application();
        this.transactions = new Transactions(new JdbcTransactionManager(database), database);
        var sql = new Sql(database);
        Clock clock = Clock.system(Time.ZONE);
        this.queries = new RegionQueries(sql);
        this.maps = new RegionMapQueries(sql);
        this.search = new RegionSearch(new RegionSearchQueries(sql), queries);
        this.rows = new RegionRows(sql);
        this.loads = new RegionLoads(sql);
        this.lookup = new RegionLookup(transactions, queries, clock);
        this.territory = new Territory(rows, lookup, events::add);
        this.loadRegions = new LoadRegions(transactions, rows, loads, lookup, events::add, clock);
    }
}
