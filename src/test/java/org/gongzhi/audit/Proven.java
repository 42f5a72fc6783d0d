package org.gongzhi.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.gongzhi.support.Kernel;
import tools.jackson.databind.json.JsonMapper;

/** For tests of other modules: seals what waits, and says what {@code verify-audit} says. */
public final class Proven {

    private Proven() {}

    public static String words(Kernel kernel, Audit audit, Clock clock) {
        var heads = new AuditHeads(kernel.folder());
        new AuditSealer(kernel.transactions(), kernel.sql(), heads, clock).seal();
        var printed = new ByteArrayOutputStream();
        boolean isWhole = new VerifyAudit(
                        kernel.transactions(),
                        kernel.sql(),
                        JsonMapper.builder().build(),
                        audit,
                        heads)
                .verify(new PrintStream(printed, true, UTF_8));
        return (isWhole ? "whole: " : "broken: ") + printed.toString(UTF_8);
    }
}
