package org.gongzhi.kernel;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far someone sees: ranges of region codes, narrowed to a line where the duty is one (a department's cases, or some kinds of demand). Every query binds
 * it and row-level security checks it again.
 */
public record Scope(
        List<Range> ranges,
        @Nullable UUID department,
        @Nullable List<String> kinds) {

    /** Half-open: {@code from} is in, {@code to} is not. */
    public record Range(long from, long to) {
        public Range {
            if (from >= to) {
                throw new IllegalArgumentException("empty range " + from + ".." + to);
            }
        }

        boolean holds(long code) {
            return from <= code && code < to;
        }
    }

    public static final Scope NOTHING = new Scope(List.of(), null, null);
    public static final Scope EVERYTHING = of(0, 1_000_000_000_000_000L);

    public Scope {
        ranges = List.copyOf(ranges);
        kinds = kinds == null ? null : List.copyOf(kinds);
    }

    public static Scope of(long from, long to) {
        return new Scope(List.of(new Range(from, to)), null, null);
    }

    public boolean holds(RegionCode code) {
        return ranges.stream().anyMatch(range -> range.holds(code.value()));
    }

    /**
     * Whether a matter is seen: within the territory, and of the line where the duty is bounded by one. What row-level security asks, for those who tell of it.
     *
     * @param departments that it was given or called to
     */
    public boolean sees(RegionCode where, Set<UUID> departments, String kind) {
        return holds(where)
                && (department == null || departments.contains(department))
                && (kinds == null || kinds.contains(kind));
    }

    /** What is left when only one subtree is looked at; nothing if it lies outside. */
    public Scope within(long from, long to) {
        return new Scope(
                ranges.stream()
                        .filter(range -> range.from() < to && from < range.to())
                        .map(range -> new Range(Math.max(range.from(), from), Math.min(range.to(), to)))
                        .toList(),
                department,
                kinds);
    }

    public long[] froms() {
        return ranges.stream().mapToLong(Range::from).toArray();
    }

    public long[] tos() {
        return ranges.stream().mapToLong(Range::to).toArray();
    }

    /** As PostgreSQL's int8multirange. */
    public String asMultirange() {
        StringBuilder text = new StringBuilder("{");
        for (var range : ranges) {
            text.append(text.length() > 1 ? ",[" : "[")
                    .append(range.from())
                    .append(',')
                    .append(range.to())
                    .append(')');
        }
        return text.append('}').toString();
    }
}
