package org.gongzhi.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was called before is there as if it had been called here: it holds its case, and is in the history. */
@GongzhiTest
class CalloutArchiveTests {

    private static final Instant CALLED = Instant.parse("2026-11-20T02:00:00Z");

    private final CalloutArchive archive;
    private final JdbcClient owner;
    private final DataSource dataSource;

    CalloutArchiveTests(
            @Autowired CalloutArchive archive,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.archive = archive;
        this.dataSource = new DriverManagerDataSource(url, user, password);
        this.owner = JdbcClient.create(dataSource);
    }

    @Test
    void callsOfBeforeHoldTheirCaseAndAreInItsHistory() {
        RegionFixtures.plant(dataSource);
        UUID account = Ids.next();
        owner.sql("insert into account (id, login, name) values (:id, :login, '陈立')")
                .param("id", account)
                .param("login", "a" + account)
                .update();
        UUID department = Ids.next();
        owner.sql("insert into department (id, region_code, name, kind) values (:id, :region, :name, 'office')")
                .param("id", department)
                .param("region", RegionFixtures.JIANWAI.value())
                .param("name", "执法队" + department)
                .update();
        UUID demand = Ids.next();
        owner.sql("""
                        insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code,
                            first_node_code, clock_rule_id, due_at, warn_at)
                        values (:id, :number, :region, '油烟', '油烟', 'noise', 'phone', true, now(), 'handling', now(), :node, :region,
                            (select id from clock_rule where subject = 'demand' limit 1), now(), now())""")
                .param("id", demand)
                .param("number", demand.toString())
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("node", RegionFixtures.JIANWAI.value())
                .update();
        UUID whistle = Ids.next();
        archive.add(
                Actor.worker("test"),
                List.of(
                        callout(demand, whistle, account, department, true, "arrived", null),
                        callout(demand, whistle, account, null, false, "finished", CALLED.plusSeconds(9000))));
        archive.add(Actor.worker("test"), List.of());

        assertThat(owner.sql("select open_calls || ' ' || cardinality(called_departments) from demand where id = :id")
                        .param("id", demand)
                        .query(String.class)
                        .single())
                .isEqualTo("1 1");
        assertThat(owner.sql("select verb || ' ' || words from demand_step where demand_id = :id order by at, verb")
                        .param("id", demand)
                        .query(String.class)
                        .list())
                .containsExactly("call_out 请一起办", "respond_to_call 已报到", "respond_to_call 已报到");
        assertThat(owner.sql("select count(*) from callout_note where demand_id = :id")
                        .param("id", demand)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(owner.sql("select count(*) from callout where demand_id = :id and is_in_time")
                        .param("id", demand)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static PastCallout callout(
            UUID demand,
            UUID whistle,
            UUID account,
            @Nullable UUID department,
            boolean isLead,
            String status,
            @Nullable Instant endedAt) {
        PastCallout past = new PastCallout(
                Ids.next(),
                whistle,
                demand,
                RegionFixtures.YONGANLI_GRID_1,
                RegionFixtures.JIANWAI,
                account,
                "陈立",
                department,
                department == null ? "物业" : "执法队",
                isLead,
                "call_enforcement",
                "请到场",
                status,
                CALLED,
                CALLED.plusSeconds(86_400),
                CALLED.plusSeconds(400_000),
                CALLED.plusSeconds(3600),
                null,
                null,
                endedAt,
                endedAt == null ? null : "好了",
                endedAt == null ? null : "in_place",
                endedAt == null ? null : "",
                endedAt,
                List.of(
                        new PastCallout.Note(Ids.next(), CALLED, "call", account, "陈立", "请到场", "请一起办"),
                        new PastCallout.Note(
                                Ids.next(), CALLED.plusSeconds(3600), "arrive", account, "李队", "", "已报到")));
        assertThat(past.isOpen()).isEqualTo(endedAt == null);
        return past;
    }
}
