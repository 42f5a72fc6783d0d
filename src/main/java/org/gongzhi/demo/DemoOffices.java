package org.gongzhi.demo;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gongzhi.demo.DemoPeople.Department;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** Which office handles which kind of matter. */
final class DemoOffices {

    private static final Map<String, String> OFFICE = Map.ofEntries(
            Map.entry("heating", "区热力集团"),
            Map.entry("water", "区自来水公司"),
            Map.entry("drainage", "区自来水公司"),
            Map.entry("gas", "区燃气公司"),
            Map.entry("power", "区供电公司"),
            Map.entry("public_safety", "平安建设办公室"),
            Map.entry("fire_safety", "平安建设办公室"),
            Map.entry("e_bike_charging", "平安建设办公室"),
            Map.entry("blocked_exit", "平安建设办公室"),
            Map.entry("illegal_building", "综合行政执法队"),
            Map.entry("building_site", "综合行政执法队"),
            Map.entry("kitchen_fumes", "综合行政执法队"),
            Map.entry("noise", "综合行政执法队"),
            Map.entry("elder_care", "民生保障办公室"),
            Map.entry("education", "民生保障办公室"),
            Map.entry("health", "民生保障办公室"),
            Map.entry("social_security", "民生保障办公室"),
            Map.entry("employment", "民生保障办公室"),
            Map.entry("culture_sport", "民生保障办公室"),
            Map.entry("policy", "民生保障办公室"));

    private DemoOffices() {}

    /** Null where the community does it itself. */
    static @Nullable Department handling(String kind, RegionCode street, DemoPeople.Staff staff, Random random) {
        String name = OFFICE.getOrDefault(kind, random.nextInt(2) == 0 ? "城市管理办公室" : "");
        if (street.equals(DemoTerritory.STREET) && name.equals("区热力集团")) {
            name = "区热力集团建外所";
        }
        if (street.equals(DemoTerritory.STREET) && kind.equals("kitchen_fumes")) {
            name = "生态环境科";
        }
        String wanted = name;
        return Stream.concat(staff.departments(street).stream(), staff.departments(DemoTerritory.DISTRICT).stream())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
