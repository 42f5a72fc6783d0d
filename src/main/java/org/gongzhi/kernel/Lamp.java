package org.gongzhi.kernel;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 红黄灯: how something stands in time. The one rule behind every lamp, count of late things and list of what is due. */
public enum Lamp {
    /** 超期: the due time has passed. */
    LATE,
    /** 临期: past the moment of warning, not yet due. */
    SOON,
    /** 正常. */
    OK,
    /** 暂停: the clock stands still; it is never late meanwhile. */
    HOLD,
    /** 已办: time no longer matters. */
    DONE;

    /** Late begins after the due instant, so that something done on the very instant is in time. */
    public static Lamp of(
            Instant dueAt, Instant warnAt, @Nullable Instant pausedAt, @Nullable Instant closedAt, Instant now) {
        if (closedAt != null) {
            return DONE;
        }
        if (pausedAt != null) {
            return HOLD;
        }
        if (dueAt.isBefore(now)) {
            return LATE;
        }
        return warnAt.isAfter(now) ? OK : SOON;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
