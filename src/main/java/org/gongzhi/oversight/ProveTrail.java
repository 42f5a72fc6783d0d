package org.gongzhi.oversight;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.audit.VerifyAudit;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The proof of {@code ./gongzhi verify-audit}, asked for from the screen: every digest, every link, every noted head. Its result is an entry of its own. */
@Component
class ProveTrail implements JobKind {

    static final String KIND = "audit-verify";

    private final VerifyAudit proof;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ProveTrail(VerifyAudit proof, Transactions transactions, Audit audit, Clock clock) {
        this.proof = proof;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        try {
            Path words = progress.newFile("csv");
            boolean isWhole;
            try (var out = new PrintStream(Files.newOutputStream(words), false, StandardCharsets.UTF_8)) {
                // Without the mark, Excel reads Chinese as something else.
                out.print('\uFEFF');
                isWhole = proof.verify(out);
            }
            List<String> lines = Files.readAllLines(words, StandardCharsets.UTF_8);
            transactions
                    .write(actor, () -> {
                        audit.record(
                                actor,
                                "audit.verify",
                                "audit",
                                null,
                                actor.node(),
                                null,
                                Map.of("whole", isWhole),
                                null);
                        return Outcome.done(isWhole);
                    })
                    .orThrow();
            String conclusion = conclusion(lines);
            if (isWhole) {
                return JobResult.message(conclusion);
            }
            return JobResult.file("审计校验-" + Time.today(clock) + ".csv", "text/csv", words, conclusion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The proof ends with what it concludes, in Chinese and then in English. */
    private static String conclusion(List<String> lines) {
        return lines.get(lines.size() - 2).replace("\uFEFF", "");
    }
}
