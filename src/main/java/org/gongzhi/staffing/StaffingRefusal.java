package org.gongzhi.staffing;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why an account, a duty or a department is not changed. */
enum StaffingRefusal implements Refusal {
    ONLY_SYSTEM_ADMINISTRATOR(Kind.FORBIDDEN),
    ONLY_SECURITY_ADMINISTRATOR(Kind.FORBIDDEN),
    OUTSIDE_TERRITORY(Kind.FORBIDDEN),
    /** Nobody gives themselves anything, and nobody shuts themselves out. */
    NOT_ONESELF(Kind.FORBIDDEN),
    ACCOUNT_UNKNOWN(Kind.NOT_FOUND),
    LOGIN_MALFORMED(Kind.INVALID),
    LOGIN_TAKEN(Kind.CONFLICT),
    NAME_MISSING(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    ACCOUNT_DISABLED(Kind.CONFLICT),
    /** An administrator's duty is ended by the security administrator first, so that nobody is rid of those who watch them. */
    HOLDS_ADMINISTRATOR_DUTY(Kind.CONFLICT),
    DUTY_UNKNOWN(Kind.NOT_FOUND),
    DUTY_KIND_UNKNOWN(Kind.INVALID),
    DUTY_LEVEL_WRONG(Kind.INVALID),
    DEPARTMENT_NEEDED(Kind.INVALID),
    DEPARTMENT_NOT_HERE(Kind.INVALID),
    LINE_UNKNOWN(Kind.INVALID),
    STARTS_IN_THE_PAST(Kind.INVALID),
    ENDS_BEFORE_IT_STARTS(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    DUTY_HELD_ALREADY(Kind.CONFLICT),
    OTHER_ADMINISTRATOR_DUTY(Kind.CONFLICT),
    DUTY_ENDED_ALREADY(Kind.CONFLICT),
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    /** Nothing is orphaned: what a person has in hand is handed over first. */
    OPEN_WORK(Kind.CONFLICT),
    /** Somebody moved or finished it meanwhile. */
    WORK_CHANGED(Kind.CONFLICT),
    SUCCESSOR_NOT_THERE(Kind.INVALID),
    PROPOSED_ALREADY(Kind.CONFLICT),
    PROPOSAL_UNKNOWN(Kind.NOT_FOUND),
    PROPOSAL_DECIDED(Kind.CONFLICT),
    /** Separation of powers: whoever proposed it and whom it is about do not confirm it. */
    NEEDS_A_SECOND_PERSON(Kind.FORBIDDEN),
    SHEET_UNREADABLE(Kind.INVALID),
    SHEET_EMPTY(Kind.INVALID),
    SHEET_COLUMN_MISSING(Kind.INVALID),
    SHEET_TOO_LONG(Kind.INVALID),
    ROW_TWICE(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    PLACE_AMBIGUOUS(Kind.INVALID),
    NEEDS_CONFIRMATION(Kind.INVALID),
    IMPORT_UNKNOWN(Kind.NOT_FOUND),
    IMPORT_DONE(Kind.CONFLICT),
    IMPORT_ALL_WRONG(Kind.CONFLICT),
    IMPORT_NOT_APPLIED(Kind.CONFLICT),
    IMPORT_TOUCHED(Kind.CONFLICT),
    DEPARTMENT_UNKNOWN(Kind.NOT_FOUND),
    DEPARTMENT_NAME_TAKEN(Kind.CONFLICT),
    DEPARTMENT_KIND_UNKNOWN(Kind.INVALID),
    /** {1}: how many routes suggest it. */
    DEPARTMENT_ROUTED(Kind.CONFLICT);

    private final Kind kind;

    StaffingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "staffing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
