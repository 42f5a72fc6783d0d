package org.gongzhi.region;

import java.time.Clock;
import javax.sql.DataSource;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;

/** The tree's lookup for tests of other modules that need no running application. */
public final class TestRegions {

    private TestRegions() {}

    public static RegionLookup lookup(Transactions transactions, DataSource application, Clock clock) {
        return new RegionLookup(transactions, new RegionQueries(new Sql(application)), clock);
    }
}
