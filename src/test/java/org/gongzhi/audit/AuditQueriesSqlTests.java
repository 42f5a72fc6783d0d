package org.gongzhi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuditQueriesSqlTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Clock clock = Clock.system(Time.ZONE);
    private final Kernel kernel = Kernel.on(database);
    private final Audit audit = new Audit(kernel.sql(), JsonMapper.builder().build(), clock, kernel.keys());
    private final AuditQueries queries = new AuditQueries(kernel.sql());
    private final UUID subject = UUID.randomUUID();

    private static final Actor CHAOYANG = Kernel.somebody(
            "审计员", DutyKind.AUDIT_ADMINISTRATOR, RegionFixtures.CHAOYANG, RegionFixtures.FENGTAI.value());
    private static final AuditQueries.Filter ALL = new AuditQueries.Filter(null, null, null, null, null, null, null);

    @BeforeEach
    void entriesHereAndElsewhere() {
        deed(Kernel.clerk(), "demand.accept", subject);
        deed(Kernel.neighbour(), "demand.accept", null);
        deed(Kernel.clerk(), "demand.close", subject);
        deed(
                Kernel.somebody(
                        "丰台", DutyKind.DISTRICT_OFFICER, RegionFixtures.FENGTAI, RegionFixtures.SHANGHAI.value()),
                "demand.accept",
                null);
    }

    private void deed(Actor actor, String action, @Nullable UUID about) {
        kernel.transactions().write(actor, () -> {
            audit.record(actor, action, "demand", about, actor.node(), null, null, null);
            return Outcome.done(true);
        });
    }

    @Test
    void theAdministratorSeesHisScopeAndNothingElse() {
        assertThat(page(CHAOYANG, ALL, null, 50).items())
                .extracting(AuditQueries.Row::action)
                .containsExactly("demand.close", "demand.accept", "demand.accept");
    }

    @Test
    void rowLevelSecurityAloneKeepsTheOthersOut() {
        long seen = kernel.transactions()
                .read(
                        Kernel.neighbour(),
                        () -> kernel.sql()
                                .of("select count(*) from audit_entry")
                                .count());

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void entriesAreFoundByWhoWhatAndWhen() {
        var who = new AuditQueries.Filter(Kernel.neighbour().accountId(), null, null, null, null, null, null);
        var what = new AuditQueries.Filter(null, null, "demand.close", "demand", subject, null, null);
        var later = new AuditQueries.Filter(
                null, null, null, null, null, Time.now(clock).plus(Duration.ofHours(1)), null);
        var earlier = new AuditQueries.Filter(
                null, null, null, null, null, null, Time.now(clock).minus(Duration.ofHours(1)));

        var named = new AuditQueries.Filter(null, Kernel.neighbour().name(), "demand.", null, null, null, null);

        assertThat(page(CHAOYANG, who, null, 50).items()).hasSize(1);
        assertThat(page(CHAOYANG, named, null, 50).items()).hasSize(1);
        assertThat(page(CHAOYANG, what, null, 50).items()).hasSize(1);
        assertThat(page(CHAOYANG, later, null, 50).items()).isEmpty();
        assertThat(page(CHAOYANG, earlier, null, 50).items()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<UUID> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<AuditQueries.Row> page = page(CHAOYANG, ALL, next, 1);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    private Page<AuditQueries.Row> page(Actor actor, AuditQueries.Filter filter, @Nullable String after, int limit) {
        return kernel.transactions().read(actor, () -> queries.page(actor, filter, after, limit));
    }
}
