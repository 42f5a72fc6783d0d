package org.gongzhi.unit;

import java.time.LocalDate;
import org.gongzhi.kernel.RegionCode;

/** What happened to a unit; told in the transaction in which it happened. */
public sealed interface UnitEvent {

    UnitId unit();

    /**
     * It is known from now on.
     *
     * @param kind by its code
     */
    record Registered(UnitId unit, String kind, RegionCode region) implements UnitEvent {}

    /** What it tells of itself is otherwise: kind, name, industry, people, members. */
    record Amended(UnitId unit, RegionCode region) implements UnitEvent {}

    record Relocated(UnitId unit, RegionCode from, RegionCode to, LocalDate on) implements UnitEvent {}

    /**
     * It is no more.
     *
     * @param on the first day without it
     */
    record Closed(UnitId unit, RegionCode region, LocalDate on) implements UnitEvent {}

    record Reopened(UnitId unit, RegionCode region) implements UnitEvent {}
}
