package org.gongzhi.unit;

import java.util.UUID;

/** A unit, as others know it. */
public record UnitId(UUID value) {

    /** What to-dos about a unit and its records in the trail call it. */
    public static final String SUBJECT = "unit";
}
