package org.gongzhi.demand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a demand stands. Closed is never solved: only the person concerned, or a call-back, says solved. */
public enum DemandStatus {
    /** 待受理: heard, nobody has taken it. */
    RAISED,
    /** 待派遣: taken by a node, to be given to someone. */
    ACCEPTED,
    /** 待接单: given to a department or colleague who has not taken it up. */
    ASSIGNED,
    /** 处置中. */
    HANDLING,
    /** 待核查: said to be done, to be checked by the responsible node. */
    VERIFYING,
    /** 已办结待回访. */
    CLOSED,
    /** 已回访: judged, or the time to judge is over. */
    SETTLED,
    /** 挂账: cannot be solved now; has a reason and a review date. */
    SUSPENDED,
    /** 不予受理. */
    DECLINED,
    /** 已合并: goes on under another demand. */
    MERGED;

    /** Still somebody's work, whose clock runs or is paused. */
    public boolean isOpen() {
        return switch (this) {
            case RAISED, ACCEPTED, ASSIGNED, HANDLING, VERIFYING, SUSPENDED -> true;
            case CLOSED, SETTLED, DECLINED, MERGED -> false;
        };
    }

    public static List<String> openCodes() {
        return Arrays.stream(values())
                .filter(DemandStatus::isOpen)
                .map(DemandStatus::code)
                .toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DemandStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
