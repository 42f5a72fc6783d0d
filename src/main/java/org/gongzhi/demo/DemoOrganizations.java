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
import org.gongzhi.organization.OrganizationIntake.Standing;
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

    private final OrganizationIntake load;
    private final RegionLookup regions;
    private final Clock clock;

    DemoOrganizations(OrganizationIntake load, RegionLookup regions, Clock clock) {
        this.load = load;
        this.regions = regions;
        this.clock = clock;
    }

    /** Those above first. */
    void found(Random random) {
        LocalDate today = Time.today(clock);
        Region district = regions.get(DemoTerritory.DISTRICT);
        UUID top = add(standing(
                "committee", "中共" + district.name() + "委员会", null, district, 1200, today.minusYears(2), random));
        for (Region street : regions.children(district.code())) {
            UUID committee =
                    add(standing("working_committee", "中共" + street.name() + "工作委员会", top, street, 40, null, random));
            if (street.code().equals(DemoTerritory.STREET)) {
                regions.children(street.code()).forEach(community -> community(community, committee, today, random));
                add(joint(street, committee, today.minusYears(1), random));
                add(standing("functional", street.shortName() + "楼宇功能型党组织", committee, street, 18, null, random));
            }
        }
    }

    private void community(Region community, UUID above, LocalDate today, Random random) {
        UUID committee = add(standing(
                "community_committee",
                community.name() + "党委",
                above,
                community,
                110 + random.nextInt(60),
                today.minusMonths(20),
                random));
        for (String place : PLACES) {
            // Three years ago and a little later: some terms end within half a year.
            LocalDate termFrom =
                    today.minusYears(3).plusMonths(1 + random.nextInt(30)).plusDays(random.nextInt(28));
            add(standing(
                    "branch",
                    community.shortName() + place + "党支部",
                    committee,
                    community,
                    8 + random.nextInt(48),
                    termFrom,
                    random));
        }
    }

    private Standing joint(Region street, UUID above, LocalDate termFrom, Random random) {
        Standing like = standing("joint_branch", street.shortName() + "商圈联合党支部", above, street, 9, termFrom, random);
        return new Standing(
                like.id(),
                like.kind(),
                like.name(),
                like.code(),
                like.foundedOn(),
                like.parent(),
                like.region(),
                like.fullMembers(),
                like.members(),
                4,
                like.termFrom(),
                like.secretary());
    }

    private Standing standing(
            String kind,
            String name,
            @Nullable UUID parent,
            Region place,
            int fullMembers,
            @Nullable LocalDate termFrom,
            Random random) {
        return new Standing(
                Ids.next(),
                kind,
                name,
                "DEMO-%09d".formatted(random.nextInt(1_000_000_000)),
                LocalDate.of(1990 + random.nextInt(25), 1 + random.nextInt(12), 1),
                parent,
                place.code(),
                fullMembers,
                fullMembers + random.nextInt(4),
                null,
                termFrom,
                SURNAMES.get(random.nextInt(SURNAMES.size())) + GIVEN.get(random.nextInt(GIVEN.size())));
    }

    private UUID add(Standing standing) {
        load.add(LOADER, standing, WHY);
        return standing.id();
    }
}
