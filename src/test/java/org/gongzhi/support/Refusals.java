package org.gongzhi.support;

import java.util.function.Supplier;
import org.gongzhi.kernel.Outcome;

/** What a refused attempt must be: refused for the right reason, and as if it had never been made. */
public final class Refusals {

    private Refusals() {}

    /**
     * Fails unless the attempt is refused for that reason and leaves everything as it was.
     *
     * @param expected the code of the refusal
     * @param traces everything that an attempt could leave, as text
     */
    public static Outcome.Refused<?> refused(String expected, Supplier<String> traces, Supplier<Outcome<?>> attempt) {
        String before = traces.get();
        if (!(attempt.get() instanceof Outcome.Refused<?> refused)) {
            throw new AssertionError("done instead of " + expected);
        }
        if (!refused.reason().code().equals(expected)) {
            throw new AssertionError(
                    "refused as " + refused.reason().code() + " " + refused.facts() + " instead of " + expected);
        }
        if (!traces.get().equals(before)) {
            throw new AssertionError(expected + " left a trace");
        }
        return refused;
    }
}
