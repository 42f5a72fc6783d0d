package org.gongzhi.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Proves the trail: every digest, every link of the chain, every noted head. Says in plain words what is broken and where; changes nothing. */
@Component
public class VerifyAudit implements Verb {

    /** Beyond so many lines the rest is only counted: a broken key breaks every entry. */
    private static final int MOST_LINES = 200;

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;
    private final Audit audit;
    private final AuditHeads heads;

    VerifyAudit(Transactions transactions, Sql sql, ObjectMapper json, Audit audit, AuditHeads heads) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    /** 0 when nothing is broken, 1 when something is. */
    @Override
    public int run(List<String> arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return verify(out) ? 0 : 1;
    }

    /** True when nothing is broken. */
    public boolean verify(PrintStream out) {
        Findings findings = transactions.asWorker("seal", () -> {
            var found = new Findings(out);
            sealed(found);
            unsealed(found);
            return found;
        });
        findings.conclude();
        return findings.broken == 0;
    }

    private static final class Findings {
        private final PrintStream out;
        private long sealed;
        private long waiting;
        private long broken;

        Findings(PrintStream out) {
            this.out = out;
        }

        void report(String chinese, String english) {
            broken++;
            if (broken <= MOST_LINES) {
                out.println("✗ " + chinese);
                out.println("  " + english);
            }
        }

        void conclude() {
            if (broken > MOST_LINES) {
                out.printf("… 另有 %d 处 and %<d more%n", broken - MOST_LINES);
            }
            if (broken == 0) {
                out.printf("审计记录完好：%d 条已封存，%d 条待封存。%n", sealed, waiting);
                out.printf("The audit trail is whole: %d entries sealed, %d waiting to be sealed.%n", sealed, waiting);
            } else {
                out.printf("审计记录有 %d 处不符（共 %d 条）。请保留现场，联系安全管理员；最近的备份可用来对照。%n", broken, sealed + waiting);
                out.printf(
                        "The audit trail is broken in %d places (%d entries). Keep everything as it is and compare with the last backup.%n",
                        broken, sealed + waiting);
            }
        }
    }

    /** Walks the chain in its order; goes on from the stored link, so that one break is reported once and where it is. */
    private void sealed(Findings findings) {
        List<AuditHeads.Noted> noted = heads.all();
        noted.stream()
                .filter(head -> !head.isReadable())
                .forEach(head -> findings.report(
                        "链头文件第 " + head.line() + " 行读不懂：" + head.text(),
                        "line " + head.line() + " of " + heads.file() + " is unreadable"));
        Walk walk = new Walk(findings, noted);
        sql.of("""
                select s.position, s.entry_id, encode(s.chain, 'hex') as chain, e.id, e.at, e.account_id, e.actor, e.address, e.action, e.subject_kind, e.subject_id,
                       e.region_code, e.before::text as before, e.after::text as after, e.purpose, encode(e.digest, 'hex') as digest
                from audit_seal s left join audit_entry e on e.id = s.entry_id
                order by s.position""").each(row -> walk.step(row));
        walk.end();
    }

    private final class Walk {
        private final Findings findings;
        private final Map<Long, List<AuditHeads.Noted>> noted;
        private final boolean isEndKnown;
        private long position;
        private String chain = AuditEntry.BEGINNING;

        Walk(Findings findings, List<AuditHeads.Noted> heads) {
            this.findings = findings;
            this.noted = new TreeMap<>(heads.stream()
                    .filter(AuditHeads.Noted::isReadable)
                    .collect(Collectors.groupingBy(head -> head.head().position())));
            this.isEndKnown = !noted.isEmpty();
        }

        long step(Sql.Row row) throws SQLException {
            findings.sealed++;
            long found = row.number("position");
            boolean isGap = found != position + 1;
            if (isGap) {
                findings.report(
                        "第 " + (position + 1) + " 到 " + (found - 1) + " 号封印没有了：记录被删",
                        "seals " + (position + 1) + " to " + (found - 1) + " are gone: entries were deleted");
            }
            String stored = row.text("chain");
            if (row.idOrNull("id") == null) {
                findings.report(
                        "第 " + found + " 号记录没有了，只剩封印（编号 " + row.id("entry_id") + "）",
                        "entry " + found + " is gone, only its seal is left (id " + row.id("entry_id") + ")");
            } else {
                AuditEntry entry = entry(row);
                String digest = row.text("digest");
                check(findings, "第 " + found + " 号", "entry " + found, entry, digest);
                if (!isGap && !AuditEntry.chained(chain, digest).equals(stored)) {
                    findings.report(
                            "第 " + found + " 号与前一号接不上：中间有记录被删、插入或换了次序（" + entry.at() + "，编号 " + entry.id() + "）",
                            "entry " + found
                                    + " does not follow the one before: something was deleted, inserted or reordered here ("
                                    + entry.at() + ", id " + entry.id() + ")");
                }
            }
            compare(found, stored);
            position = found;
            chain = stored;
            return found;
        }

        private void compare(long found, String stored) {
            List<AuditHeads.Noted> here = noted.remove(found);
            for (AuditHeads.Noted head : here == null ? List.<AuditHeads.Noted>of() : here) {
                if (!head.head().chain().equals(stored)) {
                    findings.report(
                            "第 " + found + " 号封印与链头文件第 " + head.line() + " 行不同：到这里为止的记录被整体改写过",
                            "seal " + found + " differs from line " + head.line() + " of " + heads.file()
                                    + ": everything up to here was rewritten");
                }
            }
        }

        void end() {
            noted.values().stream()
                    .flatMap(List::stream)
                    .forEach(
                            head -> findings.report(
                                    "链头文件第 " + head.line() + " 行记着第 "
                                            + head.head().position() + " 号封印，现在没有了：末尾的记录被删，或数据库恢复到了更早的备份",
                                    "line " + head.line() + " of " + heads.file() + " knows seal "
                                            + head.head().position()
                                            + ", which is gone: entries at the end were deleted, or the database was restored from an older backup"));
            if (!isEndKnown && findings.sealed > 0) {
                findings.report(
                        "找不到链头文件 " + heads.file() + "：不能证明末尾没有被删",
                        "there are no heads in " + heads.file() + ": nothing proves that the end was not cut off");
            }
        }
    }

    /** Entries outside the chain: queued ones are only young, others were put in past the application. */
    private void unsealed(Findings findings) {
        sql.of("""
                select e.id, e.at, e.account_id, e.actor, e.address, e.action, e.subject_kind, e.subject_id,
                       e.region_code, e.before::text as before, e.after::text as after, e.purpose, encode(e.digest, 'hex') as digest,
                       u.entry_id is not null as is_queued
                from audit_entry e left join audit_unsealed u on u.entry_id = e.id
                where not exists (select from audit_seal s where s.entry_id = e.id)
                order by e.at, e.id""").each(row -> {
            findings.waiting++;
            AuditEntry entry = entry(row);
            check(findings, "未封存的一条", "an unsealed entry", entry, row.text("digest"));
            if (!row.yes("is_queued")) {
                findings.report(
                        "有一条记录不在链上：绕过系统插入，或封印被删（" + entry.at() + "，编号 " + entry.id() + "）",
                        "an entry is not in the chain: inserted past the application, or its seal was deleted ("
                                + entry.at() + ", id " + entry.id() + ")");
            }
            return entry;
        });
    }

    private void check(Findings findings, String where, String englishWhere, AuditEntry entry, String digest) {
        boolean holds = audit.keys().stream().anyMatch(key -> entry.digest(key).equals(digest));
        if (!holds) {
            findings.report(
                    where + "的内容被改过，或不是本系统写的（" + entry.at() + "，" + entry.action() + "，编号 " + entry.id() + "）",
                    englishWhere + " was changed, or not written by this system (" + entry.at() + ", " + entry.action()
                            + ", id " + entry.id() + ")");
        }
    }

    private AuditEntry entry(Sql.Row row) throws SQLException {
        return new AuditEntry(
                row.id("id"),
                row.at("at"),
                row.idOrNull("account_id"),
                row.text("actor"),
                row.text("address"),
                row.text("action"),
                row.text("subject_kind"),
                row.idOrNull("subject_id"),
                row.number("region_code"),
                canonical(row.textOrNull("before")),
                canonical(row.textOrNull("after")),
                row.textOrNull("purpose"));
    }

    private @Nullable String canonical(@Nullable String stored) {
        return stored == null ? null : Canonical.json(json.readTree(stored));
    }
}
