package org.gongzhi.organization;

import org.jspecify.annotations.Nullable;

/**
 * 党组织类型, and the matters that bind it.
 *
 * @param height whom it may answer to stands higher, a smaller number; those of the first height may answer to one another
 * @param leastKey full members without which it may not be
 * @param aboveKey full members it normally has more than
 * @param mostKey members it normally has at most
 * @param unitsKey it is of several units
 * @param lastsKey it is for a work that ends
 * @param termKey its term of office; null: none
 * @param hasBoard how large its committee may be depends on its full members
 */
record OrganizationKind(
        String code,
        String name,
        String nameEn,
        int height,
        @Nullable String leastKey,
        @Nullable String aboveKey,
        @Nullable String mostKey,
        @Nullable String unitsKey,
        @Nullable String lastsKey,
        @Nullable String termKey,
        boolean hasBoard) {

    private static final int FIRST = 1;

    boolean mayAnswerTo(OrganizationKind other) {
        return other.height < height || (height == FIRST && other.height == FIRST);
    }

    String name(boolean isEnglish) {
        return isEnglish ? nameEn : name;
    }
}
