package org.gongzhi.operations;

/** An upgrade that did not go through: why, in both languages. */
final class UpgradeStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final boolean hasBegun;

    /** @param hasBegun whether anything of the data may be otherwise than before */
    UpgradeStopped(String chinese, String english, boolean hasBegun) {
        super(english);
        this.chinese = chinese;
        this.hasBegun = hasBegun;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }

    boolean hasBegun() {
        return hasBegun;
    }
}
