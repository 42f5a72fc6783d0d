package org.gongzhi.callout;

/** What happened, in the words of the case's history, which is Chinese as records are. */
final class CalloutWords {

    static final int MOST_IN_A_STEP = 2000;

    private CalloutWords() {}

    static String of(CalloutVerb verb, Callout callout) {
        return switch (verb) {
            case CALL -> "吹哨";
            case ARRIVE -> callout.arrival() != null && !callout.arrival().isInTime() ? "已报到，晚于时限" : "已报到";
            case REFUSE -> "说不来";
            case RULE -> callout.status() == CalloutStatus.RELEASED ? "理由成立，不用来了" : "理由不成立，请按时报到";
            case NOTE -> "进展";
            case FINISH -> "报了结果";
            case WITHDRAW -> "撤回了对它的吹哨";
            case GRADE -> "街道评价为" + grade(callout);
            case ANSWER -> "对评价的说明";
            case SUPERVISE -> "上级督办";
            case ESCALATE -> "超期";
        };
    }

    private static String grade(Callout callout) {
        if (callout.judgement() == null) {
            return "";
        }
        return switch (callout.judgement().grade()) {
            case IN_PLACE -> "到位";
            case MOSTLY -> "基本到位";
            case NOT_IN_PLACE -> "不到位";
        };
    }

    static String cut(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }
}
