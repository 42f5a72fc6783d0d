package org.gongzhi.http;

import org.gongzhi.kernel.Outcome;

/** Carries a refusal out of places that can only throw (filters, argument resolvers); never used inside the domain. */
@SuppressWarnings("serial")
public final class RefusedException extends RuntimeException {

    private final transient Outcome.Refused<?> refused;

    public RefusedException(Outcome.Refused<?> refused) {
        super(refused.reason().code(), null, false, false);
        this.refused = refused;
    }

    public Outcome.Refused<?> refused() {
        return refused;
    }
}
