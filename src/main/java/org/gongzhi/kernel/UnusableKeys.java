package org.gongzhi.kernel;

/** The application cannot start because a key that the stored records need is missing or damaged; says which and what to do. */
final class UnusableKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableKeys(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
