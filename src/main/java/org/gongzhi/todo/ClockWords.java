package org.gongzhi.todo;

/** What the steps and classes of clocks are called. */
final class ClockWords {

    private ClockWords() {}

    static String named(String step, String clazz, boolean isEnglish) {
        String className = clazz(clazz, isEnglish);
        return className.isEmpty()
                ? step(step, isEnglish)
                : step(step, isEnglish) + (isEnglish ? ", " : "，") + className;
    }

    private static String step(String step, boolean isEnglish) {
        return switch (step) {
            case "settle" -> isEnglish ? "Settle (the whole matter)" : "办结（全程）";
            case "accept" -> isEnglish ? "Accept" : "受理";
            case "assign" -> isEnglish ? "Assign" : "派遣";
            case "take_up" -> isEnglish ? "Take up" : "接单";
            case "receive" -> isEnglish ? "Receive from another level" : "接收上报、下派";
            case "verify" -> isEnglish ? "Verify" : "核查";
            case "close" -> isEnglish ? "Close" : "结案";
            case "answer_supervision" -> isEnglish ? "Answer a supervision" : "答复督办";
            case "call_back" -> isEnglish ? "Call back" : "回访";
            case "judge" -> isEnglish ? "Wait for the resident's judgement" : "等居民评价";
            case "rework" -> isEnglish ? "Rework" : "重办";
            case "supervise" -> isEnglish ? "Supervise" : "督办";
            case "decide_extension" -> isEnglish ? "Decide on an extension" : "批复延期";
            case "arrive" -> isEnglish ? "Called out: arrive" : "吹哨报到";
            case "finish" -> isEnglish ? "Called out: finish" : "吹哨办完";
            case "rule_on_refusal" -> isEnglish ? "Decide on a refused call" : "定说不来的要不要来";
            case "grade" -> isEnglish ? "Judge a call" : "评价报到单位";
            case "answer_suggestion" -> isEnglish ? "Answer feedback about the system" : "答复对系统的意见";
            case "answer_entitlement" -> isEnglish ? "Answer a request about personal information" : "答复个人信息请求";
            case "read_answer" -> isEnglish ? "Read the answer" : "看意见的答复";
            default -> step;
        };
    }

    private static String clazz(String clazz, boolean isEnglish) {
        return switch (clazz) {
            case "urgent" -> isEnglish ? "urgent" : "紧急类";
            case "utility" -> isEnglish ? "utilities" : "水电气热类";
            case "ordinary" -> isEnglish ? "ordinary" : "一般类";
            case "hard" -> isEnglish ? "hard" : "疑难类";
            default -> "";
        };
    }
}
