package org.gongzhi.sheet;

import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The dry run: every line is judged, nothing is imported. */
@Component
class CheckSheetJob implements JobKind {

    static final String KIND = "sheet-check";

    private final SheetKinds kinds;
    private final SheetStaging staging;

    CheckSheetJob(SheetKinds kinds, SheetStaging staging) {
        this.kinds = kinds;
        this.staging = staging;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        SheetImport sheet = kinds.sheet(actor, parameters);
        SheetKind kind = kinds.allowed(actor, sheet.kind()).orThrow();
        return kinds.during(actor, sheet.id(), "checking", "uploaded", () -> {
            staging.judge(actor, kind, sheet, progress, true);
            SheetImport.Counts counts = kinds.sheet(actor, parameters).counts();
            progress.report(counts.lines(), (long) counts.lines(), null);
            return JobResult.message("共 %,d 行：%,d 行可以导入，%,d 行已在系统里，%,d 行有问题。"
                    .formatted(counts.lines(), counts.good(), counts.same(), counts.wrong()));
        });
    }
}
