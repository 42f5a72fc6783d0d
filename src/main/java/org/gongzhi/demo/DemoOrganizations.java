package org.gongzhi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationIntake;
import org.gongzhi.organization.OrganizationIntake.Told;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The network of organizations: the district's, every street's, and all of the sample street down to its branches. The same for the same seed. */
@Component
class DemoOrganizations {

    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙");
    private static final List<String> GIVEN = List.of("建国", "秀英", "志强", "丽华", "晓东", "玉兰", "海涛", "桂芳", "文博", "春梅");
    private static final List<String> PLACES = List.of("第一", "第二", "第三");
    private static final Actor LOADER = Actor.worker("演示数据");
    private static final String WHY = "演示数据（生成的）";

    private final OrganizationIntake intake;
    private final RegionLookup regions;
    private final Clock clock;

    DemoOrganizations(OrganizationIntake intake, RegionLookup regions, Clock clock) {
        this.intake = intake;
        this.regions = regions;
        this.clock = clock;
    }

    /** Those above first. */
    void found(Random random) {
        LocalDate today = Time.today(clock);
        Region district = regions.get(DemoTerritory.DISTRICT);
        UUID top = add(
                null,
                told("committee", "中共" + district.name() + "委员会", district, 1200, null, today.minusYears(2), random));
        for (Region street : regions.children(district.code())) {
            UUID committee =
                    add(top, told("working_committee", "中共" + street.name() + "工作委员会", street, 40, null, null, random));
            if (street.code().equals(DemoTerritory.STREET)) {
                regions.children(street.code()).forEach(community -> community(community, committee, today, random));
                joint(street, committee, today.minusYears(1), random);
                add(committee, told("functional", street.shortName() + "楼宇功能型党组织", street, 18, null, null, random));
            }
        }
    }

    private void community(Region community, UUID above, LocalDate today, Random random) {
        UUID committee = add(
                above,
                told(
                        "community_committee",
                        community.name() + "党委",
                        community,
                        110 + random.nextInt(60),
                        null,
                        today.minusMonths(20),
                        random));
        for (String place : PLACES) {
            // Three years ago and a little later: some terms end within half a year.
            LocalDate termFrom =
                    today.minusYears(3).plusMonths(1 + random.nextInt(30)).plusDays(random.nextInt(28));
            add(
                    committee,
                    told(
                            "branch",
                            community.shortName() + place + "党支部",
                            community,
                            8 + random.nextInt(48),
                            null,
                            termFrom,
                            random));
        }
    }

    private UUID joint(Region street, UUID above, LocalDate termFrom, Random random) {
        return add(above, told("joint_branch", street.shortName() + "商圈联合党支部", street, 9, 4, termFrom, random));
    }

    private static Told told(
            String kind,
            String name,
            Region place,
            int fullMembers,
            @Nullable Integer units,
            @Nullable LocalDate termFrom,
            Random random) {
        return new Told(
                kind,
                name,
                "DEMO-%09d".formatted(random.nextInt(1_000_000_000)),
                LocalDate.of(1990 + random.nextInt(25), 1 + random.nextInt(12), 1),
                place.code(),
                fullMembers,
                fullMembers + random.nextInt(4),
                units,
                null,
                termFrom,
                SURNAMES.get(random.nextInt(SURNAMES.size())) + GIVEN.get(random.nextInt(GIVEN.size())));
    }

    private UUID add(@Nullable UUID above, Told told) {
        UUID id = Ids.next();
        var one = intake.reading().check(id, above, told).orThrow();
        if (intake.addAll(LOADER, List.of(one), WHY).isEmpty()) {
            throw new IllegalStateException(told.name() + " stands already");
        }
        return id;
    }
}
