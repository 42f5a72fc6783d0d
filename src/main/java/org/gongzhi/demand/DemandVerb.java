package org.gongzhi.demand;

import java.util.Locale;

/** What can be done with a demand; one use case class each. */
public enum DemandVerb {
    RAISE("反映"),
    ACCEPT("受理了"),
    RETURN("退回了"),
    DECLINE("答复不予受理"),
    ASSIGN("派出去了"),
    TAKE_UP("接单了"),
    NOTE_PROGRESS("写了进展"),
    PASS_UP("上报了"),
    SEND_DOWN("下派了"),
    RECEIVE_TRANSFER("接收了"),
    RETURN_TRANSFER("退回了上报或下派"),
    SUSPEND("挂账了"),
    RESUME("恢复办理了"),
    ASK_EXTENSION("申请了延期"),
    DECIDE_EXTENSION("答复了延期申请"),
    MERGE("合并了"),
    UNMERGE("撤销了合并"),
    CALL_OUT("吹哨了"),
    RESPOND_TO_CALL("记下了报到情况"),
    SUPERVISE("督办了"),
    URGE("催办了"),
    ASK_VERIFICATION("报请核查了"),
    VERIFY("核查了"),
    CLOSE("办结了"),
    CALL_BACK("回访了"),
    JUDGE("评价了"),
    REOPEN("转为重办了"),
    JOIN("说了“我家也一样”"),
    ADD_WORDS("补充了情况"),
    /** By the module that seals what nobody needs to read. */
    REDACT("遮盖或恢复了内容"),
    /** What was said is put right as its sender asked. */
    CORRECT("更正了内容"),
    /** The clock ran out; done by the clock worker. */
    ESCALATE("超期，已提请上级督办"),
    /** Nobody spoke within the time to judge; done by the clock worker. */
    FILE("归档了");

    private final String done;

    DemandVerb(String done) {
        this.done = done;
    }

    /** As it stands in a sentence about it, in Chinese as records are: 刚才，周敏已经受理了. */
    String done() {
        return done;
    }

    /** What staff do; the rest is done by residents and by the clock. */
    boolean isForStaff() {
        return switch (this) {
            case RAISE, JUDGE, JOIN, ADD_WORDS, RESPOND_TO_CALL, REDACT, CORRECT, ESCALATE, FILE -> false;
            default -> true;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DemandVerb of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
