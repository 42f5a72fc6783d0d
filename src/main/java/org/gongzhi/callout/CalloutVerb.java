package org.gongzhi.callout;

import java.util.Locale;

/** What can be done with one call. */
enum CalloutVerb {
    CALL("吹哨"),
    ARRIVE("报到"),
    REFUSE("说不来"),
    RULE("定了要不要来"),
    NOTE("写了进展"),
    FINISH("报了结果"),
    WITHDRAW("撤回了"),
    GRADE("评价了"),
    ANSWER("说明了"),
    SUPERVISE("督办了"),
    /** The clock ran out; done by the clock worker. */
    ESCALATE("超期，已提请上级督办");

    private final String done;

    CalloutVerb(String done) {
        this.done = done;
    }

    /** As it stands in a sentence about it, in Chinese as records are. */
    String done() {
        return done;
    }

    /** What a person does with a call there is; the rest is done by the whistle and by the clock. */
    boolean isAsked() {
        return this != CALL && this != ESCALATE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CalloutVerb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
