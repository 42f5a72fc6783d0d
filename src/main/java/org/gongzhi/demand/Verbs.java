package org.gongzhi.demand;

/** Verbs as they stand in records and in sentences about them, in Chinese: 刚才，周敏已经受理了. */
final class Verbs {

    private Verbs() {}

    static String done(DemandVerb verb) {
        return switch (verb) {
            case RAISE -> "反映";
            case ACCEPT -> "受理了";
            case RETURN -> "退回了";
            case DECLINE -> "答复不予受理";
            case ASSIGN -> "派出去了";
            case TAKE_UP -> "接单了";
            case NOTE_PROGRESS -> "写了进展";
            case PASS_UP -> "上报了";
            case SEND_DOWN -> "下派了";
            case RECEIVE_TRANSFER -> "接收了";
            case RETURN_TRANSFER -> "退回了上报或下派";
            case SUSPEND -> "挂账了";
            case RESUME -> "恢复办理了";
            case ASK_EXTENSION -> "申请了延期";
            case DECIDE_EXTENSION -> "答复了延期申请";
            case MERGE -> "合并了";
            case SUPERVISE -> "督办了";
            case URGE -> "催办了";
            case ASK_VERIFICATION -> "报请核查了";
            case VERIFY -> "核查了";
            case CLOSE -> "办结了";
            case CALL_BACK -> "回访了";
            case JUDGE -> "评价了";
            case REOPEN -> "转为重办了";
            case JOIN -> "说了“我家也一样”";
            case ADD_WORDS -> "补充了情况";
            case FILE -> "归档了";
            case ESCALATE -> "超期，已提请上级督办";
        };
    }
}
