package org.gongzhi.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * 单位, as it stands today.
 *
 * @param stoodFrom since when it stands there; null: as long as anybody knows
 * @param closedOn first day it is no more
 */
record Unit(
        UUID id,
        Told told,
        Premises premises,
        @Nullable LocalDate stoodFrom,
        @Nullable LocalDate closedOn,
        @Nullable String closeReason,
        int version) {

    /**
     * What it tells of itself.
     *
     * @param industry section or division of GB/T 4754
     * @param people who work there
     * @param members as the unit says, on {@code membersOn}; to be counted once there are records of members
     */
    record Told(
            String kind,
            String name,
            @Nullable String creditCode,
            @Nullable String industry,
            @Nullable Integer people,
            @Nullable Integer members,
            @Nullable LocalDate membersOn,
            @Nullable LocalDate openedOn,
            @Nullable String phone) {}

    /** Where it stands: a community or a grid, and where in it. WGS 84. */
    record Premises(
            RegionCode region,
            @Nullable String address,
            @Nullable Double lng,
            @Nullable Double lat) {}

    RegionCode region() {
        return premises.region();
    }

    /** Goes on only with what the sender has seen. */
    Outcome<Unit> asSeen(int seen) {
        return seen == version
                ? Outcome.done(this)
                : Outcome.<Unit>refused(UnitRefusal.CHANGED_MEANWHILE).with("version", version);
    }

    Outcome<Unit> open() {
        return closedOn == null ? Outcome.done(this) : Outcome.refused(UnitRefusal.CLOSED, closedOn.toString());
    }

    /** A day from which something of it may be otherwise: not to come, and not before it was. */
    Outcome<LocalDate> since(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            return Outcome.invalid(field, UnitRefusal.DAY_TO_COME);
        }
        LocalDate opened = told.openedOn();
        return opened != null && day.isBefore(opened)
                ? Outcome.invalid(field, UnitRefusal.BEFORE_OPENING, opened.toString())
                : Outcome.done(day);
    }
}
