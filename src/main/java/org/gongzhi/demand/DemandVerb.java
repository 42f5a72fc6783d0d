package org.gongzhi.demand;

import java.util.Locale;

/** What can be done with a demand; one use case class each. */
public enum DemandVerb {
    RAISE,
    ACCEPT,
    RETURN,
    DECLINE,
    ASSIGN,
    TAKE_UP,
    NOTE_PROGRESS,
    PASS_UP,
    SEND_DOWN,
    RECEIVE_TRANSFER,
    RETURN_TRANSFER,
    SUSPEND,
    RESUME,
    ASK_EXTENSION,
    DECIDE_EXTENSION,
    MERGE,
    SUPERVISE,
    URGE,
    ASK_VERIFICATION,
    VERIFY,
    CLOSE,
    CALL_BACK,
    JUDGE,
    REOPEN,
    JOIN,
    ADD_WORDS,
    /** The clock ran out; done by the clock worker. */
    ESCALATE,
    /** Nobody spoke within the time to judge; done by the clock worker. */
    FILE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DemandVerb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
