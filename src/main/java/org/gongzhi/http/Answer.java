package org.gongzhi.http;

import org.springframework.http.ResponseEntity;

/**
 * What goes back to whoever asked: a {@code T} in JSON with 200, or a problem. The type of a controller's method is thereby what the interface description says of
 * it; the body itself may already be written.
 */
public sealed class Answer<T> extends ResponseEntity<Object> permits Answer.Changed {

    private Answer(ResponseEntity<?> entity) {
        super(entity.getBody(), entity.getHeaders(), entity.getStatusCode());
    }

    /** For answers that need headers of their own; {@code entity} holds a {@code T}, however written. */
    public static <T> Answer<T> of(ResponseEntity<?> entity) {
        return new Answer<>(entity);
    }

    /** The answer to a mutation, which took an {@code Idempotency-Key}; made by {@link Commands} alone. */
    public static sealed class Changed<T> extends Answer<T> permits Created, Accepted {
        Changed(ResponseEntity<?> entity) {
            super(entity);
        }
    }

    /** With 201: there is something new. */
    public static final class Created<T> extends Changed<T> {
        Created(ResponseEntity<?> entity) {
            super(entity);
        }

        /** The same answer in other words; {@code entity} holds an {@code R}. */
        public <R> Created<R> told(ResponseEntity<?> entity) {
            return new Created<>(entity);
        }
    }

    /** With 202: it will be done. */
    public static final class Accepted<T> extends Changed<T> {
        Accepted(ResponseEntity<?> entity) {
            super(entity);
        }
    }
}
