package org.gongzhi.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gongzhi.audit.VerifyAudit;
import org.gongzhi.insight.RecountRollups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The end of an upgrade: the trail is proved, and the figures are counted anew from the records. */
@Component
class UpgradeCheck {

    private final VerifyAudit trail;
    private final RecountRollups figures;
    private final Backups backups;

    UpgradeCheck(VerifyAudit trail, RecountRollups figures, Backups backups) {
        this.trail = trail;
        this.figures = figures;
        this.backups = backups;
    }

    /** False when something is not as it must be; what, has been said. */
    boolean check(Backups.@Nullable Made backup, PrintStream out) {
        if (backup != null) {
            backups.note(backup);
        }
        var said = new ByteArrayOutputStream();
        boolean isWhole = trail.verify(new PrintStream(said, true, StandardCharsets.UTF_8));
        if (isWhole) {
            CommandWords.say(out, "⑤ 审计链完整。", "The audit trail is whole.");
        } else {
            out.print(said.toString(StandardCharsets.UTF_8));
            CommandWords.say(out, "✗ ⑤ 审计链有问题，见上。", "The audit trail is broken, see above.");
        }
        long differences = figures.differences();
        if (differences == 0) {
            CommandWords.say(out, "⑥ 驾驶舱的数字和记录一致。", "The cockpit's figures are what the records say.");
        } else {
            CommandWords.say(
                    out,
                    "✗ ⑥ 驾驶舱的数字和记录有 %,d 处不同：启动前运行 ./gongzhi rebuild-figures。".formatted(differences),
                    "The figures differ from the records in %,d places: run ./gongzhi rebuild-figures before you start."
                            .formatted(differences));
        }
        return isWhole && differences == 0;
    }
}
