package org.gongzhi.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of a request: done with a value, or refused with a reason that reaches the screen. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /**
     * Not done, and why.
     *
     * @param field the input it is about, as named in the request; null when it is about the whole
     * @param facts what fills the sentence's places, {@code {0}} and on
     * @param current the state the asker did not know of, for conflicts: shown and machine-readable
     */
    record Refused<T>(Refusal reason, @Nullable String field, List<Object> facts, Map<String, Object> current)
            implements Outcome<T> {

        public Refused {
            facts = List.copyOf(facts);
            current = Map.copyOf(current);
        }

        public Refused<T> about(String inputField) {
            return new Refused<>(reason, inputField, facts, current);
        }

        public Refused<T> with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(current);
            more.put(name, value);
            return new Refused<>(reason, field, facts, more);
        }

        /** A refusal carries no value, so it is a refusal of anything. */
        @SuppressWarnings("unchecked")
        public <R> Refused<R> as() {
            return (Refused<R>) this;
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Refused<T> refused(Refusal reason, Object... facts) {
        return new Refused<>(reason, null, List.of(facts), Map.of());
    }

    static <T> Refused<T> invalid(String field, Refusal reason, Object... facts) {
        return new Refused<>(reason, field, List.of(facts), Map.of());
    }

    default <R> Outcome<R> then(Function<? super T, ? extends Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T> refused -> refused.as();
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T> refused -> refused.as();
        };
    }

    /** Goes on with the same value unless the check refuses. */
    default Outcome<T> unless(Function<? super T, ? extends Outcome<?>> check) {
        return switch (this) {
            case Done<T>(T value) ->
                switch (check.apply(value)) {
                    case Done<?> _ -> this;
                    case Refused<?> refused -> refused.as();
                };
            case Refused<T> _ -> this;
        };
    }

    default Outcome<T> peek(Consumer<? super T> use) {
        if (this instanceof Done<T>(T value)) {
            use.accept(value);
        }
        return this;
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /** For callers that know it cannot be refused: tests, loaders. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T> refused ->
                throw new IllegalStateException(
                        refused.reason().code() + " " + refused.facts() + " " + refused.field());
        };
    }

    default T orElseGet(Supplier<? extends T> other) {
        return this instanceof Done<T>(T value) ? value : other.get();
    }
}
