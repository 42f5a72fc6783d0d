package org.gongzhi.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

@GongzhiTest
class SystemHealthTests {

    @TempDir
    private Path dataDir;

    private final SystemHealthQueries queries;
    private final Backups backups;
    private final MessageSource messages;
    private final Clock clock;
    private ReadReplica replica = ReadReplica.none();

    SystemHealthTests(
            @Autowired SystemHealthQueries queries,
            @Autowired Backups backups,
            @Autowired MessageSource messages,
            @Autowired Clock clock) {
        this.queries = queries;
        this.backups = backups;
        this.messages = messages;
        this.clock = clock;
    }

    @AfterEach
    void chineseAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Actor as(DutyKind duty) {
        return Kernel.somebody("某人", duty, RegionFixtures.CHAOYANG, RegionFixtures.FENGTAI.value());
    }

    private SystemHealth.Report report() {
        return new SystemHealth(dataDir.toString(), queries, backups, replica, messages, clock)
                .report(as(DutyKind.SYSTEM_ADMINISTRATOR))
                .orThrow();
    }

    private SystemHealth.Finding backup() {
        return report().findings().stream()
                .filter(finding -> finding.key().equals("backup"))
                .findFirst()
                .orElseThrow();
    }

    private void backedUp(Duration ago) {
        backups.note(new Backups.Made(Time.now(clock).minus(ago), "/backup/a.zip", 3L << 30, 61));
    }

    @Test
    void onlyTheSystemAdministratorSeesIt() {
        var health = new SystemHealth(dataDir.toString(), queries, backups, replica, messages, clock);
        for (DutyKind duty : DutyKind.values()) {
            Outcome<SystemHealth.Report> asked = health.report(as(duty));
            assertThat(asked instanceof Outcome.Refused<?>)
                    .as(duty.name())
                    .isEqualTo(duty != DutyKind.SYSTEM_ADMINISTRATOR);
        }
    }

    @Test
    void everyFindingIsASentenceAndOneThatIsNotGoodSaysWhatToDo() {
        for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            LocaleContextHolder.setLocale(language);
            assertThat(report().findings()).hasSize(8).allSatisfy(finding -> {
                assertThat(finding.name()).isNotBlank();
                assertThat(finding.sentence()).isNotBlank().doesNotContain("{");
                assertThat(finding.remedy() != null).isEqualTo(finding.state() != SystemHealth.State.GOOD);
            });
        }
    }

    /** What answers at the address is the primary itself, which follows nobody. */
    @Test
    void aReplicaIsToldOfOnlyWhereThereIsOneAndHowItStands(@Autowired DataSource primary) {
        assertThat(report().findings()).noneMatch(finding -> finding.key().equals("replica"));
        try (var pool = new HikariDataSource()) {
            var asked = (HikariDataSource) primary;
            pool.setJdbcUrl(asked.getJdbcUrl());
            pool.setUsername(asked.getUsername());
            pool.setPassword(asked.getPassword());
            replica = ReadReplica.of(pool, primary, Duration.ofSeconds(5), System::nanoTime);
            assertThat(replicaNow()).startsWith("连到的不是只读副本");
        }
        assertThat(replicaNow()).startsWith("连不上，驾驶舱改从主库读");
    }

    private String replicaNow() {
        return report().findings().stream()
                .filter(finding -> finding.key().equals("replica"))
                .map(SystemHealth.Finding::sentence)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExternalDatabaseIsBackedUpByItsOwnPeople() {
        assertThat(backup()).satisfies(finding -> assertThat(finding.sentence()).contains("外部的 PostgreSQL"));
    }

    @Test
    void anOldBackupIsSaidWithItsAge() throws Exception {
        Path postgresql = Files.createDirectories(dataDir.resolve("postgresql"));
        Files.writeString(postgresql.resolve("port"), "20001");
        assertThat(backup().state()).isNotEqualTo(SystemHealth.State.GOOD);
        backedUp(Duration.ofDays(9));
        assertThat(backup()).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(SystemHealth.State.TROUBLE);
            assertThat(finding.sentence()).isEqualTo("最近一次备份已是 9 天前，3.0 GB。");
            assertThat(finding.remedy()).contains("./gongzhi backup");
        });
        backedUp(Duration.ofHours(40));
        assertThat(backup().state()).isEqualTo(SystemHealth.State.ATTENTION);
        backedUp(Duration.ofHours(3));
        SystemHealth.Report report = report();
        assertThat(report.findings().stream()
                        .filter(finding -> finding.key().equals("backup"))
                        .findFirst())
                .hasValueSatisfying(finding -> assertThat(finding.sentence()).isEqualTo("最近一次备份在 3 小时前，3.0 GB。"));
        assertThat(report.backups())
                .hasSize(3)
                .first()
                .satisfies(made -> assertThat(made.seconds()).isEqualTo(61));
        assertThat(report.upSince()).isAfter(Instant.EPOCH);
    }
}
