package org.gongzhi.operations;

/** A command that was given wrongly: what is wrong and what to write instead, in both languages. */
final class Misuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final String chinese;

    Misuse(String chinese, String english) {
        super(english);
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }
}
