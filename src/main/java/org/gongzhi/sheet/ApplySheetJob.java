package org.gongzhi.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Imports what the dry run found good, part by part; each part notes how far it came in its own transaction, so that nothing is done twice and nothing left out. */
@Component
class ApplySheetJob implements JobKind {

    static final String KIND = "sheet-apply";
    private static final int AT_ONCE = 2_000;

    private final SheetKinds kinds;
    private final SheetStaging staging;
    private final SheetImports imports;
    private final SheetRows rows;
    private final Transactions transactions;
    private final Audit audit;

    ApplySheetJob(
            SheetKinds kinds,
            SheetStaging staging,
            SheetImports imports,
            SheetRows rows,
            Transactions transactions,
            Audit audit) {
        this.kinds = kinds;
        this.staging = staging;
        this.imports = imports;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        SheetImport sheet = kinds.sheet(actor, parameters);
        SheetKind kind = kinds.allowed(actor, sheet.kind()).orThrow();
        return kinds.during(actor, sheet.id(), "applying", "checked", () -> {
            if (!staging.isWhole(actor, sheet)) {
                staging.judge(actor, kind, sheet, progress, false);
            }
            return apply(actor, kind, sheet, progress);
        });
    }

    private JobResult apply(Actor actor, SheetKind kind, SheetImport sheet, Progress progress) {
        // A part of an import that broke off is judged as known when it is judged again.
        long total = Math.max(sheet.counts().good(), sheet.counts().applied());
        int part;
        do {
            part = transactions
                    .writeAmongOthers(actor, () -> Outcome.done(part(actor, kind, sheet)))
                    .orThrow();
            int done = kindSheet(actor, sheet.id()).counts().applied();
            progress.report(done, total, "已导入 " + kinds.counted(kind, done));
        } while (part > 0);
        int applied = kindSheet(actor, sheet.id()).counts().applied();
        transactions
                .write(actor, () -> {
                    imports.allApplied(sheet.id());
                    audit.record(
                            actor,
                            "sheet.apply",
                            "sheet_import",
                            sheet.id(),
                            sheet.region(),
                            null,
                            Map.of("kind", sheet.kind(), "name", sheet.name(), "applied", applied),
                            null);
                    return Outcome.done(true);
                })
                .orThrow();
        return JobResult.message("已导入 " + kinds.counted(kind, applied) + "。");
    }

    /** How many lines were looked at; 0 at the end. */
    private int part(Actor actor, SheetKind kind, SheetImport sheet) {
        SheetImport now = imports.lock(actor, sheet.id()).orElseThrow();
        SheetImport.Counts counts = now.counts();
        List<SheetKind.Judged> lines = rows.next(now.id(), counts.appliedTurn(), counts.appliedTo(), AT_ONCE);
        if (!lines.isEmpty()) {
            int done = kind.apply(actor, now.order(), lines);
            imports.applied(now.id(), lines.getLast(), done);
        }
        return lines.size();
    }

    private SheetImport kindSheet(Actor actor, UUID id) {
        return transactions.read(actor, () -> imports.find(actor, id)).orElseThrow();
    }
}
