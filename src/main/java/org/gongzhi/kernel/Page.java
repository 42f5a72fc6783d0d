package org.gongzhi.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the following page, null on the last
 * @param total how many in all, from rollups or capped ("1000+"); null where nobody counted
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable String total) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts {@code limit + 1} fetched rows into a page. */
    public static <T> Page<T> cut(List<T> fetched, int limit, Function<T, Cursor> cursor) {
        boolean more = fetched.size() > limit;
        List<T> items = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(items, more ? cursor.apply(items.getLast()).encode() : null, null);
    }

    public Page<T> counted(String howMany) {
        return new Page<>(items, next, howMany);
    }
}
