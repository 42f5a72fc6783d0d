package org.gongzhi.factor;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** Which duties of a territory demand a second factor: what a node demands holds for all below it. Checks no permission and writes no audit entry. */
@Component
public class FactorDemands {

    private final Sql sql;

    FactorDemands(Sql sql) {
        this.sql = sql;
    }

    /** False when it was demanded there already. */
    public boolean add(RegionCode node, DutyKind kind, UUID by, Instant now) {
        return sql.of("""
                        insert into second_factor_demand (region_code, duty_kind, set_by, set_at) values (:node, :kind, :by, :now)
                        on conflict do nothing""")
                        .bind("node", node)
                        .bind("kind", kind.code())
                        .bind("by", by)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** False when it was not demanded there; what a node above demands stays. */
    public boolean lift(RegionCode node, DutyKind kind) {
        return sql.of("delete from second_factor_demand where region_code = :node and duty_kind = :kind")
                        .bind("node", node)
                        .bind("kind", kind.code())
                        .update()
                == 1;
    }
}
