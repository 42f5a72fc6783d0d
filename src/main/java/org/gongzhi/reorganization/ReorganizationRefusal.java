package org.gongzhi.reorganization;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why the tree is not changed, or not changed back. */
enum ReorganizationRefusal implements Refusal {
    NOT_YOURS(Kind.FORBIDDEN),
    UNKNOWN(Kind.NOT_FOUND),
    CHANGE_UNKNOWN(Kind.INVALID),
    NODE_UNKNOWN(Kind.INVALID),
    NODE_CLOSED(Kind.INVALID),
    /** Districts and what lies above them are the country's. */
    LEVEL_NOT_YOURS(Kind.INVALID),
    NODES_MISSING(Kind.INVALID),
    IN_THE_PAST(Kind.INVALID),
    NAME_MISSING(Kind.INVALID),
    NAME_UNCHANGED(Kind.INVALID),
    NAME_TAKEN(Kind.CONFLICT),
    KIND_UNKNOWN(Kind.INVALID),
    /** {0}: the node. */
    BELOW_ITSELF(Kind.INVALID),
    ALREADY_THERE(Kind.INVALID),
    OTHER_LEVEL(Kind.INVALID),
    INTO_ITSELF(Kind.INVALID),
    /** No code of that kind is left below the parent. */
    NO_CODE_LEFT(Kind.CONFLICT),
    PARTS_MISSING(Kind.INVALID),
    CHILD_NOT_ASSIGNED(Kind.INVALID),
    CHILD_TWICE(Kind.INVALID),
    TWO_PARTS_KEEP(Kind.INVALID),
    /** {0}: what is left in it, in words. */
    NOT_EMPTY(Kind.CONFLICT),
    /** {0}: open cases that the department could no longer see. */
    CASES_OUT_OF_REACH(Kind.CONFLICT),
    /** {0}: cases on which both have open work. */
    WORK_TOGETHER(Kind.CONFLICT),
    QUESTIONS_OPEN(Kind.CONFLICT),
    NOT_PLANNED(Kind.CONFLICT),
    NOT_APPLIED(Kind.CONFLICT),
    NOT_YET(Kind.CONFLICT),
    TREE_CHANGED(Kind.CONFLICT),
    UNDER_WAY(Kind.CONFLICT),
    /** {0}: what depends on it, in words. */
    DEPENDED_ON(Kind.CONFLICT);

    private final Kind kind;

    ReorganizationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "reorganization." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
