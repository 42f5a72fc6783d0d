package org.gongzhi.kernel;

import java.util.Locale;

/** What an account may be at a node. The permission of each verb is decided by the module that owns the verb. */
public enum DutyKind {
    GRID_WORKER,
    COMMUNITY_CLERK,
    COMMUNITY_SECRETARY,
    STREET_OFFICER,
    STREET_LEADER,
    DISTRICT_OFFICER,
    DISTRICT_LEADER,
    /** Works for a department or a public service: sees only what was given to it. */
    DEPARTMENT_HANDLER,
    /** Looks, and does nothing: city and above, auditors of a matter. */
    OBSERVER,
    SYSTEM_ADMINISTRATOR,
    SECURITY_ADMINISTRATOR,
    AUDIT_ADMINISTRATOR,
    /** The public window: a resident without an account. */
    RESIDENT,
    /** The application itself: clocks, folds, loaders. */
    WORKER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DutyKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isAdministrator() {
        return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
    }

    /** Does the work itself: neither keeps the house nor only looks on. */
    public boolean worksOnMatters() {
        return switch (this) {
            case GRID_WORKER,
                    COMMUNITY_CLERK,
                    COMMUNITY_SECRETARY,
                    STREET_OFFICER,
                    STREET_LEADER,
                    DISTRICT_OFFICER,
                    DISTRICT_LEADER,
                    DEPARTMENT_HANDLER -> true;
            case OBSERVER, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR, RESIDENT, WORKER -> false;
        };
    }

    /** May decide what colleagues at the node only propose: extensions, declining, suspending. */
    public boolean isLead() {
        return this == COMMUNITY_SECRETARY || this == STREET_LEADER || this == DISTRICT_LEADER;
    }
}
