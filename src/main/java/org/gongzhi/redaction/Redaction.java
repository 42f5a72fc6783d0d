package org.gongzhi.redaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something covered in a case.
 *
 * @param photo the original picture; null for words
 * @param areas of the picture
 * @param places how many texts, or areas
 */
record Redaction(
        UUID id,
        UUID demand,
        RegionCode region,
        @Nullable UUID photo,
        List<Area> areas,
        int places,
        String reason,
        @Nullable String note,
        String maker,
        Instant madeAt,
        @Nullable String restorer,
        @Nullable Instant restoredAt,
        @Nullable String restoreNote) {

    static final String SUBJECT = "redaction";

    boolean isOfPhoto() {
        return photo != null;
    }
}
