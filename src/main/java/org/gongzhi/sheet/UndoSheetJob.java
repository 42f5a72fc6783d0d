package org.gongzhi.sheet;

import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes an import back, as far as nobody has begun to work on what came of it. */
@Component
class UndoSheetJob implements JobKind {

    static final String KIND = "sheet-undo";
    private static final int AT_ONCE = 2_000;

    private final SheetKinds kinds;
    private final SheetImports imports;
    private final Transactions transactions;
    private final Audit audit;

    UndoSheetJob(SheetKinds kinds, SheetImports imports, Transactions transactions, Audit audit) {
        this.kinds = kinds;
        this.imports = imports;
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
        return kinds.during(actor, sheet.id(), "undoing", "applied", () -> takeBack(actor, kind, sheet, progress));
    }

    private JobResult takeBack(Actor actor, SheetKind kind, SheetImport sheet, Progress progress) {
        long done = sheet.counts().undone();
        int part;
        do {
            part = transactions
                    .writeAmongOthers(actor, () -> {
                        SheetImport locked = imports.lock(actor, sheet.id()).orElseThrow();
                        int gone = kind.undo(actor, locked.id(), AT_ONCE);
                        imports.takenBack(sheet.id(), gone);
                        return Outcome.done(gone);
                    })
                    .orThrow();
            done += part;
            progress.report(done, (long) sheet.counts().applied(), "已撤回 " + kinds.counted(kind, done));
        } while (part > 0);
        long taken = done;
        int kept = transactions
                .write(actor, () -> {
                    int standing = kind.standing(actor, sheet.id());
                    imports.allTakenBack(sheet.id(), standing);
                    audit.record(
                            actor,
                            "sheet.undo",
                            "sheet_import",
                            sheet.id(),
                            sheet.region(),
                            null,
                            Map.of("kind", sheet.kind(), "name", sheet.name(), "undone", taken, "kept", standing),
                            null);
                    return Outcome.done(standing);
                })
                .orThrow();
        return JobResult.message(
                kept == 0
                        ? "已全部撤回，共 " + kinds.counted(kind, taken) + "。"
                        : "已撤回 " + kinds.counted(kind, taken) + "；" + kinds.kept(kind, kept) + "。");
    }
}
