package org.gongzhi.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.gongzhi.database.TestPostgres;
import org.gongzhi.insight.Recounted;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release left becomes what this one works with, and nothing is lost on the way. The whole command is walked through with the backups. */
class UpgradeTests {

    /** The first release that was handed out. */
    private static final String EARLIER = "0047";

    private final Clock clock = Clock.system(Time.ZONE);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private UpgradeMigration migration(boolean isBackedUpElsewhere) {
        return new UpgradeMigration(
                folder.resolve("data"),
                folder.resolve("backup"),
                isBackedUpElsewhere,
                clock,
                new PrintStream(printed, true, UTF_8));
    }

    private String said() {
        return printed.toString(UTF_8);
    }

    private static long count(TestDatabase database, String table) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** Rows as that release wrote them. */
    private static TestDatabase lived() {
        TestDatabase database = TestDatabase.atVersion(EARLIER);
        JdbcClient owner = JdbcClient.create(database.owner());
        RegionFixtures.plant(database.owner());
        UUID account = UUID.randomUUID();
        owner.sql("insert into account (id, login, name) values (?, 'bq1', '周敏')")
                .param(account)
                .update();
        owner.sql(
                        "insert into duty (id, account_id, kind, region_code, valid) values (gen_random_uuid(), ?, 'community_clerk', ?, '[2026-01-01,)')")
                .param(account)
                .param(RegionFixtures.YONGANLI.value())
                .update();
        for (int n = 1; n <= 12; n++) {
            UUID id = UUID.randomUUID();
            String status = List.of("raised", "handling", "settled").get(n % 3);
            owner.sql("""
                            insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code,
                                first_node_code, closed_at, clock_rule_id, due_at, warn_at, search)
                            select :id, :number, :region, '暖气不热', '12号楼暖气不热', 'heating', 'phone', true, at, :status, at, :node, :node,
                                case when :status = 'settled' then at + interval '2 days' end, (select id from clock_rule limit 1), at, at, ''
                            from (select timestamptz '2026-10-01 08:00+08' + :n * interval '1 day' as at) raised""")
                    .param("id", id)
                    .param("number", "建外2610-%04d".formatted(n))
                    .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                    .param("node", RegionFixtures.YONGANLI.value())
                    .param("status", status)
                    .param("n", n)
                    .update();
            owner.sql("""
                            insert into demand_step (id, demand_id, region_code, at, verb, to_status, actor, account_id, node_code, words)
                            values (gen_random_uuid(), :id, :region, now(), 'raise', 'raised', '周敏', :account, :region, ''),
                                   (gen_random_uuid(), :id, :region, now(), 'note_progress', :status, '周敏', :account, :region, '已联系')""")
                    .param("id", id)
                    .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                    .param("status", status)
                    .param("account", account)
                    .update();
        }
        return database;
    }

    @Test
    void whatAnEarlierReleaseLeftIsCountedMigratedAndCountedAgain() throws SQLException, IOException {
        try (TestDatabase database = lived()) {
            nothingIsTouchedWithoutABackupOrWhileANodeRuns(database);
            TableCounts before = TableCounts.of(database.owner());
            migration(true).migrate(database.flyway());

            assertThat(database.flyway().info().pending()).isEmpty();
            assertThat(before.missing(TableCounts.of(database.owner()))).isEmpty();
            assertThat(count(database, "demand")).isEqualTo(12);
            assertThat(count(database, "demand_step")).isEqualTo(24);
            assertThat(said())
                    .contains(
                            "① 从 V0047 升级到 V",
                            "② 备份由外部的 PostgreSQL 做过了",
                            "③ 数据库已升级",
                            "诉求 12 件、办理经过 24 条、账号 1 个，都和升级前一样");
            assertThat(Recounted.anew(database)).isNotEmpty();
            assertThat(Recounted.differences(database)).isZero();

            UpgradeMigration again = migration(true);
            again.migrate(database.flyway());
            assertThat(again.isUpToDate()).isTrue();
            assertThat(said()).contains("没有要升级的");
            aMigrationThatLosesRowsOrBreaksIsFoundAndSaid(database);
        }
    }

    private void nothingIsTouchedWithoutABackupOrWhileANodeRuns(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> migration(false).migrate(database.flyway()))
                .isInstanceOfSatisfying(UpgradeStopped.class, why -> {
                    assertThat(why.chinese()).contains("--backed-up");
                    assertThat(why.hasBegun()).isFalse();
                });
        var postgres = TestPostgres.shared();
        var node = new Properties();
        node.setProperty("user", postgres.applicationRole());
        node.setProperty("password", postgres.applicationPassword());
        node.setProperty("ApplicationName", "gongzhi");
        try (var running = DriverManager.getConnection(database.url(), node)) {
            assertThat(running.isValid(3)).isTrue();
            assertThatThrownBy(() -> migration(true).migrate(database.flyway()))
                    .isInstanceOfSatisfying(
                            UpgradeStopped.class,
                            why -> assertThat(why.chinese()).startsWith("还有应用在用这个数据库（1 个连接）"));
        }
        assertThat(database.flyway().info().current().getVersion()).hasToString(EARLIER);
    }

    private void aMigrationThatLosesRowsOrBreaksIsFoundAndSaid(TestDatabase database) throws IOException {
        Path next = Files.createDirectories(folder.resolve("next"));
        Files.writeString(
                next.resolve("V9001__loses.sql"),
                "delete from demand_step where ctid in (select ctid from demand_step limit 3);");
        assertThatThrownBy(() -> migration(true).migrate(database.flyway("filesystem:" + next)))
                .isInstanceOfSatisfying(UpgradeStopped.class, why -> {
                    assertThat(why.chinese()).isEqualTo("核对行数不符：demand_step 24 → 21");
                    assertThat(why.hasBegun()).isTrue();
                });
        Files.writeString(next.resolve("V9002__breaks.sql"), "alter table nowhere add column x int;");
        assertThatThrownBy(() -> migration(true).migrate(database.flyway("filesystem:" + next)))
                .isInstanceOfSatisfying(UpgradeStopped.class, why -> {
                    assertThat(why.chinese()).startsWith("数据库升级到一半出了错");
                    assertThat(why.hasBegun()).isTrue();
                });
    }

    @Test
    void theCommandSaysWhatItCannotUnderstandOrFind() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        var out = new PrintStream(printed, true, UTF_8);
        Upgrade.Start never = strategy -> {
            throw new AssertionError("nothing is started");
        };
        assertThat(Upgrade.run(List.of("--too=/backup"), data, never, out)).isEqualTo(2);
        assertThat(Upgrade.run(List.of("--to=" + data.resolve("inside")), data, never, out))
                .isEqualTo(2);
        assertThat(Upgrade.run(List.of("--back"), data, never, out)).isEqualTo(2);
        assertThat(said()).contains("看不懂“--too”", "备份不能放在数据文件夹里", "找不到升级前的备份");
        Upgrade.Start broken = strategy -> {
            throw new IllegalStateException("outer", new UpgradeStopped("磁盘满", "disk full", false));
        };
        assertThat(Upgrade.run(List.of(), data, broken, out)).isEqualTo(1);
        assertThat(said()).contains("✗ 磁盘满", "什么都没有改动");
    }
}
