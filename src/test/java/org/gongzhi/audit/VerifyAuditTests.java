package org.gongzhi.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every way of tampering that the trail promises to show. */
class VerifyAuditTests {

    private static final int ENTRIES = 5;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Clock clock = Clock.system(Time.ZONE);
    private final JsonMapper json = JsonMapper.builder().build();
    private Kernel kernel;
    private Audit audit;
    private AuditHeads heads;
    private AuditSealer sealer;

    VerifyAuditTests() {
        kernel = Kernel.on(database);
        audit = new Audit(kernel.sql(), json, clock, kernel.keys());
        heads = new AuditHeads(kernel.folder());
        sealer = new AuditSealer(kernel.transactions(), kernel.sql(), heads, clock);
    }

    private record Before(String status, double share, List<String> words) {}

    @BeforeEach
    void aFewSealedEntries() {
        for (int i = 0; i < ENTRIES; i++) {
            record("demand.accept");
        }
        assertThat(sealer.seal()).isEqualTo(ENTRIES);
    }

    private void record(String action) {
        var actor = Kernel.clerk();
        kernel.transactions().write(actor, () -> {
            audit.record(
                    actor,
                    action,
                    "demand",
                    UUID.randomUUID(),
                    RegionFixtures.YONGANLI,
                    new Before("raised", 1.50, List.of("水管漏了 \0 𠮷", "\"引号\"")),
                    Map.of("status", "accepted", "hours", 24),
                    "核实");
            return Outcome.done(true);
        });
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(verified()).startsWith("whole").contains("5 条已封存");
    }

    @Test
    void entriesThatWaitToBeSealedAreNoFault() {
        record("demand.close");

        assertThat(verified()).startsWith("whole").contains("1 条待封存");
    }

    @Test
    void sealingGoesOnWhereItStopped() {
        record("demand.close");
        sealer.seal();

        assertThat(sealer.seal()).isZero();
        assertThat(verified()).startsWith("whole").contains("6 条已封存");
    }

    @Test
    void aChangedFieldIsFound() {
        kernel.asOwner(
                "update audit_entry set actor = '别人' where id = (select entry_id from audit_seal where position = 3)");

        assertThat(verified()).startsWith("broken").contains("第 3 号的内容被改过", "entry 3 was changed", "有 1 处不符");
    }

    @Test
    void aChangeInsideTheRecordedStateIsFound() {
        kernel.asOwner(
                "update audit_entry set after = '{\"status\":\"declined\",\"hours\":24}' where id = (select entry_id from audit_seal where position = 2)");

        assertThat(verified()).startsWith("broken").contains("第 2 号的内容被改过");
    }

    @Test
    void aDigestCopiedFromAnotherEntryIsFound() {
        kernel.asOwner("""
                update audit_entry set digest = (select e.digest from audit_entry e join audit_seal s on s.entry_id = e.id where position = 1)
                where id = (select entry_id from audit_seal where position = 4)""");

        assertThat(verified()).startsWith("broken").contains("第 4 号");
    }

    @Test
    void aDeletedEntryIsFound() {
        kernel.asOwner("""
                with gone as (delete from audit_seal where position = 3 returning entry_id)
                delete from audit_entry where id in (select entry_id from gone)""");

        assertThat(verified()).startsWith("broken").contains("第 3 到 3 号封印没有了");
    }

    @Test
    void aDeletedEntryWhoseSealStaysIsFound() {
        kernel.asOwner("delete from audit_entry where id = (select entry_id from audit_seal where position = 3)");

        assertThat(verified()).startsWith("broken").contains("第 3 号记录没有了，只剩封印");
    }

    @Test
    void aCutOffEndIsFoundByTheHeadsOutsideTheDatabase() {
        kernel.asOwner("""
                with gone as (delete from audit_seal where position > 3 returning entry_id)
                delete from audit_entry where id in (select entry_id from gone)""");

        assertThat(verified()).startsWith("broken").contains("第 5 号封印，现在没有了", "older backup");
    }

    @Test
    void anEntryInsertedPastTheApplicationIsFound() {
        kernel.asOwner("""
                insert into audit_entry (id, at, actor, address, action, subject_kind, region_code, digest)
                values (gen_random_uuid(), now(), '别人', '', 'demand.close', 'demand', 0, decode(repeat('ab', 32), 'hex'))""");

        assertThat(verified()).startsWith("broken").contains("不在链上", "不是本系统写的");
    }

    @Test
    void aForgedEntryThatGotSealedIsFound() {
        kernel.asOwner("""
                with forged as (
                    insert into audit_entry (id, at, actor, address, action, subject_kind, region_code, digest)
                    values (gen_random_uuid(), now(), '别人', '', 'demand.close', 'demand', 0, decode(repeat('ab', 32), 'hex')) returning id)
                insert into audit_seal (position, entry_id, chain) select 6, id, decode(repeat('cd', 32), 'hex') from forged""");

        assertThat(verified()).startsWith("broken").contains("第 6 号的内容被改过", "第 6 号与前一号接不上");
    }

    @Test
    void aNewOrderIsFound() {
        kernel.asOwner("alter table audit_seal drop constraint audit_seal_entry_id_key");
        kernel.asOwner("""
                update audit_seal s set entry_id = o.entry_id from audit_seal o
                where (s.position, o.position) in ((2, 3), (3, 2))""");

        assertThat(verified()).startsWith("broken").contains("第 2 号与前一号接不上", "第 3 号与前一号接不上");
    }

    @Test
    void aChainRewrittenFromTheMiddleIsFoundByTheHeads() {
        kernel.asOwner("""
                with gone as (delete from audit_seal where position = 5 returning entry_id)
                insert into audit_unsealed (entry_id) select entry_id from gone""");
        kernel.asOwner("""
                with gone as (delete from audit_seal where position = 4 returning entry_id), unqueued as (select 1)
                delete from audit_entry where id in (select entry_id from gone)""");
        // The deleted one is made up for by a new one, and everything is sealed again by the application's own hand.
        record("demand.close");
        sealer.seal();

        assertThat(verified()).startsWith("broken").contains("链头文件", "改写过");
    }

    @Test
    void aMissingFileOfHeadsIsSaid() throws IOException {
        Files.delete(heads.file());

        assertThat(verified()).startsWith("broken").contains("找不到链头文件");
    }

    @Test
    void aSpoiltLineOfTheHeadsIsSaid() throws IOException {
        Files.writeString(heads.file(), "2026 what is this\n" + Files.readString(heads.file()));

        assertThat(verified()).startsWith("broken").contains("第 1 行读不懂");
    }

    @Test
    void theVerbAnswersWithAnExitCode() {
        VerifyAudit verb = verb();

        assertThat(verb.name()).isEqualTo("verify-audit");
        assertThat(verb.run(List.of())).isZero();
        kernel.asOwner("update audit_entry set purpose = null");
        assertThat(verb.run(List.of())).isEqualTo(1);
    }

    @Test
    void theApplicationItselfCanNeitherChangeNorRemoveEntries() {
        for (String attempt : List.of(
                "update audit_entry set actor = ''",
                "delete from audit_entry",
                "update audit_seal set chain = ''",
                "delete from audit_seal",
                "truncate audit_entry cascade")) {
            assertThat(refusal(attempt)).as(attempt).contains("permission denied");
        }
    }

    private String refusal(String statement) {
        try (var connection = database.application().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
            return "done";
        } catch (java.sql.SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private VerifyAudit verb() {
        return new VerifyAudit(kernel.transactions(), kernel.sql(), json, audit, heads);
    }

    private String verified() {
        var said = new ByteArrayOutputStream();
        boolean isWhole = verb().verify(new PrintStream(said, true, UTF_8));
        return (isWhole ? "whole\n" : "broken\n") + said.toString(UTF_8);
    }
}
