package org.gongzhi.insight;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.RegionFixtures;

/** For tests of other modules: a cockpit whose figures may come from a replica. */
public final class CockpitAside implements AutoCloseable {

    private final InsightFixtures insight;

    public CockpitAside(DataSource application, DataSource owner, ReadReplica replica) {
        this.insight = new InsightFixtures(application, owner, replica);
    }

    public record Shown(boolean isFromReplica, Instant asOf, long open) {}

    /** Counts what was announced, an hour after the last time. */
    public void foldLater() {
        insight.clock.pass(Duration.ofHours(1));
        insight.bean(Fold.class).fold();
    }

    public Shown ofTheDistrict() {
        Cockpit cockpit = insight.cockpit(RegionFixtures.CHAOYANG, Period.Choice.MONTH);
        return new Shown(cockpit.fromReplica(), cockpit.asOf(), cockpit.total().open());
    }

    public Transactions transactions() {
        return insight.transactions();
    }

    public Sql sql() {
        return insight.bean(Sql.class);
    }

    @Override
    public void close() {
        insight.close();
    }
}
