package org.gongzhi.demo;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.unit.UnitLoad;
import org.gongzhi.unit.UnitLoad.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units of the sample street, a handful in each of its communities. The same for the same seed; the credit codes are made up and right. */
@Component
class DemoUnits {

    /**
     * What stands in every community.
     *
     * @param authority first two characters of a credit code: who registers such units, and what they are; empty for what has none
     * @param most people who work there, at most
     */
    private record Pattern(
            String kind,
            List<String> names,
            String authority,
            @Nullable String industry,
            int most) {}

    private static final List<String> MARKS =
            List.of("恒信", "嘉和", "博远", "瑞丰", "启明", "华盛", "安泰", "中汇", "联创", "新程", "同舟", "万和");
    private static final List<String> ROADS = List.of("东街", "西街", "中路", "南里", "北里");
    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("private_firm", List.of("科技有限公司", "信息技术有限公司"), "91", "65", 180),
            new Pattern("private_firm", List.of("商务咨询有限公司", "物业服务有限公司"), "91", "72", 120),
            new Pattern("shop", List.of("便利店", "鲜果店", "药房"), "92", "52", 9),
            new Pattern("shop", List.of("面馆", "小吃店", "早餐铺"), "92", "62", 12),
            new Pattern("service_institution", List.of("社区服务中心", "为老服务中心"), "52", "85", 30),
            new Pattern("building", List.of("大厦", "商务中心"), "", null, 0));
    private static final Actor LOADER = Actor.worker("演示数据");
    private static final String WHY = "演示数据（生成的）";

    private final UnitLoad load;
    private final RegionLookup regions;
    private final Clock clock;

    DemoUnits(UnitLoad load, RegionLookup regions, Clock clock) {
        this.load = load;
        this.regions = regions;
        this.clock = clock;
    }

    void settle(Random random) {
        Region street = regions.get(DemoTerritory.STREET);
        List<Region> communities = regions.children(street.code());
        for (int i = 0; i < communities.size(); i++) {
            Region community = communities.get(i);
            for (int n = 0; n < PATTERNS.size(); n++) {
                add(community, PATTERNS.get(n), MARKS.get((i + 5 * n) % MARKS.size()), random);
            }
        }
        Region first = communities.getFirst();
        one(first, "state_firm", street.shortName() + "城市服务集团有限公司", "91", "78", 260, random);
        one(first, "agency", street.shortName() + "街道市场监督管理所", "11", "92", 28, random);
        one(first, "school", street.shortName() + "第一小学", "12", "83", 96, random);
        one(first, "hospital", street.shortName() + "社区卫生服务中心", "12", "84", 74, random);
        one(first, "association", street.shortName() + "商会", "51", "95", 6, random);
    }

    private void add(Region community, Pattern pattern, String mark, Random random) {
        String kind = pattern.names().get(random.nextInt(pattern.names().size()));
        one(
                community,
                pattern.kind(),
                community.shortName() + mark + kind,
                pattern.authority(),
                pattern.industry(),
                pattern.most() == 0 ? 0 : 1 + random.nextInt(pattern.most()),
                random);
    }

    private void one(
            Region community,
            String kind,
            String name,
            String authority,
            @Nullable String industry,
            int people,
            Random random) {
        List<Region> grids = regions.children(community.code());
        Region place = grids.isEmpty() ? community : grids.get(random.nextInt(grids.size()));
        String code =
                authority.isEmpty() ? null : authority + "110105" + "MA%07d".formatted(random.nextInt(10_000_000));
        String address =
                community.shortName() + ROADS.get(random.nextInt(ROADS.size())) + (1 + random.nextInt(88)) + "号";
        load.add(
                LOADER,
                new Standing(
                        kind,
                        name,
                        code,
                        industry,
                        people,
                        people / (8 + random.nextInt(20)),
                        Time.today(clock).minusDays(200 + random.nextInt(5_000)),
                        "010-8500%04d".formatted(random.nextInt(10_000)),
                        place.code(),
                        address),
                WHY);
    }
}
