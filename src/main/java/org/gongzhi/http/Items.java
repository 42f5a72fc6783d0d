package org.gongzhi.http;

import java.util.List;

/** A short list in whole, on the wire; long ones come as {@link org.gongzhi.kernel.Page}. */
public record Items<T>(List<T> items) {
    public Items {
        items = List.copyOf(items);
    }
}
