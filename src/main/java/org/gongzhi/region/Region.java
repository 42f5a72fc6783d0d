package org.gongzhi.region;

import java.time.LocalDate;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A node of the territory tree.
 *
 * @param to end of the subtree's range of codes, not in it
 * @param level 0 nation, 1 province, 2 city, 3 district, 4 street, 5 community, 6 grid
 * @param name as people say it: 永安里社区
 * @param shortName for narrow places: 永安里
 * @param kind street, town, township, community, village and so on, told by the code
 * @param hidden a level of the code that nobody speaks of, as 市辖区
 * @param working a territory that runs on Gongzhi
 * @param closedOn from this day on it is no longer there, and what lay in it lies in its successors; null while it is open
 * @param lng of its point, WGS 84, null where nobody measured one
 */
public record Region(
        RegionCode code,
        long to,
        int level,
        @Nullable RegionCode parent,
        String name,
        String shortName,
        String kind,
        boolean hidden,
        boolean working,
        @Nullable LocalDate closedOn,
        @Nullable Double lng,
        @Nullable Double lat) {

    public static final int NATION = 0;
    public static final int PROVINCE = 1;
    public static final int CITY = 2;
    public static final int DISTRICT = 3;
    public static final int STREET = 4;
    public static final int COMMUNITY = 5;
    public static final int GRID = 6;

    public Scope subtree() {
        return Scope.of(code.value(), to);
    }

    public boolean open() {
        return closedOn == null;
    }

    public boolean holds(RegionCode inner) {
        return code.value() <= inner.value() && inner.value() < to;
    }
}
