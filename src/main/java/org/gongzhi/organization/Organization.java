package org.gongzhi.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * 党组织, as it stands today.
 *
 * @param parent whom it answers to (条); null: to nobody here
 * @param region where it stands (块)
 * @param units of how many it is, where it is of several
 * @param lastsUntil of a temporary one: when its work is to be done
 * @param termDueOn first day after the term
 */
record Organization(
        UUID id,
        String kind,
        String name,
        @Nullable String code,
        LocalDate foundedOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID parent,
        RegionCode region,
        int fullMembers,
        int members,
        @Nullable Integer units,
        @Nullable LocalDate lastsUntil,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termDueOn,
        int version) {

    /** Goes on only with what the sender has seen, of one that has not ended. */
    Outcome<Organization> asSeen(int seen) {
        if (seen != version) {
            return Outcome.<Organization>refused(OrganizationRefusal.CHANGED_MEANWHILE)
                    .with("version", version);
        }
        return endedOn == null ? Outcome.done(this) : Outcome.refused(OrganizationRefusal.ENDED, endedOn.toString());
    }

    /** A day from which something of it may be otherwise: not to come, and not before it was. */
    Outcome<LocalDate> since(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            return Outcome.invalid(field, OrganizationRefusal.DAY_TO_COME);
        }
        return day.isBefore(foundedOn)
                ? Outcome.invalid(field, OrganizationRefusal.BEFORE_FOUNDING, foundedOn.toString())
                : Outcome.done(day);
    }
}
