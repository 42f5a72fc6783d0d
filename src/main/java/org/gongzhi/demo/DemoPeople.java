package org.gongzhi.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sample's people: one account per kind of user with a name to remember, and somebody in every office, so that work can be given. */
@Component
class DemoPeople {

    static final String PASSWORD = "gongzhi-demo";

    /** Someone in an office; {@code where} as it stands beside the name in records. */
    record Person(UUID account, String name, String where) {
        String signed() {
            return name + "（" + where + "）";
        }
    }

    record Department(UUID id, String name, RegionCode node, Person handler) {}

    /** Everybody, by where they are. */
    static final class Staff {
        private final Map<RegionCode, Person> secretaries = new HashMap<>();
        private final Map<RegionCode, Person> clerks = new HashMap<>();
        private final Map<RegionCode, Person> officers = new HashMap<>();
        private final Map<RegionCode, Person> gridWorkers = new HashMap<>();
        private final Map<RegionCode, List<Department>> departments = new HashMap<>();

        Person secretary(RegionCode community) {
            return Objects.requireNonNull(secretaries.get(community));
        }

        Person clerk(RegionCode community) {
            return Objects.requireNonNull(clerks.get(community));
        }

        Person officer(RegionCode node) {
            return Objects.requireNonNull(officers.get(node));
        }

        /** Who handles what no office does: the grid's own worker where it has one. */
        Person handyperson(RegionCode place, RegionCode community) {
            return gridWorkers.getOrDefault(place, secretary(community));
        }

        List<Department> departments(RegionCode node) {
            return departments.getOrDefault(node, List.of());
        }
    }

    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static final List<String> GIVEN = List.of(
            "伟", "敏", "静", "丽", "强", "磊", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "建国", "志强",
            "晓燕", "海燕", "玉梅", "文博", "雨桐", "子涵", "思远", "立新", "春梅", "国栋", "淑珍", "红", "军", "鹏", "婷", "雪", "宁", "岩", "立");

    private static final List<String> STREET_OFFICES = List.of("城市管理办公室", "平安建设办公室", "民生保障办公室", "综合行政执法队");
    private static final List<String> DISTRICT_SERVICES = List.of("区热力集团", "区自来水公司", "区供电公司", "区燃气公司");
    private static final List<String> DISTRICT_OFFICES = List.of("区城市管理委", "区生态环境局", "区住房城乡建设委", "区交通支队");

    private static final long ORGANIZATIONS = 20261123;
    private static final long UNITS = 20261124;

    private final Accounts accounts;
    private final RegionLookup regions;
    private final DemoOrganizations organizations;
    private final DemoUnits units;

    DemoPeople(Accounts accounts, RegionLookup regions, DemoOrganizations organizations, DemoUnits units) {
        this.accounts = accounts;
        this.regions = regions;
        this.organizations = organizations;
        this.units = units;
    }

    /** Inside the loader's transaction. */
    Staff settle(Region district, Random random) {
        // Of its own seed, so that the people stay who they are.
        organizations.found(new Random(ORGANIZATIONS));
        units.settle(new Random(UNITS));
        Staff staff = new Staff();
        Named named = new Named(staff, random);
        districtPeople(district, named);
        for (Region street : regions.children(district.code())) {
            streetPeople(street, named);
            for (Region community : regions.children(street.code())) {
                communityPeople(community, named);
            }
        }
        named.account("xitong", "系统管理员", district, DutyKind.SYSTEM_ADMINISTRATOR);
        named.account("anquan", "安全管理员", district, DutyKind.SECURITY_ADMINISTRATOR);
        named.account("shenji", "审计管理员", district, DutyKind.AUDIT_ADMINISTRATOR);
        Region city = regions.parent(district.code()).orElse(district);
        named.account("shi", "郑宁", city, DutyKind.OBSERVER);
        accounts.createAll(named.newcomers, accounts.hash(PASSWORD), false, true);
        return staff;
    }

    private void districtPeople(Region district, Named named) {
        Person officer = named.account("shenyan", "沈岩", district, DutyKind.DISTRICT_OFFICER);
        named.staff.officers.put(district.code(), officer);
        named.account("quling", "韩志强", district, DutyKind.DISTRICT_LEADER);
        DISTRICT_SERVICES.forEach(name -> named.department(district, name, "service"));
        DISTRICT_OFFICES.forEach(name -> named.department(district, name, "office"));
    }

    private void streetPeople(Region street, Named named) {
        boolean isFirst = street.code().equals(DemoTerritory.STREET);
        String code = Long.toString(street.code().value() / 1_000_000);
        named.staff.officers.put(
                street.code(),
                named.account(
                        isFirst ? "chenli" : "jd" + code,
                        isFirst ? "陈立" : named.name(),
                        street,
                        DutyKind.STREET_OFFICER));
        named.account(isFirst ? "jiedao" : "gw" + code, isFirst ? "赵立新" : named.name(), street, DutyKind.STREET_LEADER);
        STREET_OFFICES.forEach(name -> named.department(street, name, "office"));
        if (isFirst) {
            named.department(street, "生态环境科", "office");
            named.department(street, "区热力集团建外所", "service");
        }
    }

    private void communityPeople(Region community, Named named) {
        boolean isFirst = community.code().equals(DemoTerritory.COMMUNITY);
        String code = Long.toString(community.code().value() / 1_000);
        named.staff.secretaries.put(
                community.code(),
                named.account(
                        isFirst ? "zhoumin" : "sj" + code,
                        isFirst ? "周敏" : named.name(),
                        community,
                        DutyKind.COMMUNITY_SECRETARY));
        named.staff.clerks.put(
                community.code(),
                named.account(
                        isFirst ? "shequ" : "sg" + code,
                        isFirst ? "王晓燕" : named.name(),
                        community,
                        DutyKind.COMMUNITY_CLERK));
        if (isFirst) {
            Region grid = regions.children(community.code()).get(3);
            named.staff.gridWorkers.put(grid.code(), named.account("wanggeyuan", "孙海", grid, DutyKind.GRID_WORKER));
        }
    }

    /** Gathers everybody, to be made with one password in one go. */
    private final class Named {
        private final Staff staff;
        private final Random random;
        private final List<Accounts.Newcomer> newcomers = new ArrayList<>();

        private Named(Staff staff, Random random) {
            this.staff = staff;
            this.random = random;
        }

        private String name() {
            int surname = random.nextInt(SURNAMES.length());
            return SURNAMES.substring(surname, surname + 1) + GIVEN.get(random.nextInt(GIVEN.size()));
        }

        private Person account(String login, String name, Region node, DutyKind duty) {
            return new Person(newcomer(login, name, duty, node, null), name, node.name());
        }

        private UUID newcomer(String login, String name, DutyKind duty, Region node, @Nullable UUID department) {
            UUID id = Ids.next();
            newcomers.add(new Accounts.Newcomer(id, login, name, duty, node.code(), department));
            return id;
        }

        private void department(Region node, String name, String kind) {
            UUID department = accounts.addDepartment(node.code(), name, kind);
            List<Department> there = staff.departments.computeIfAbsent(node.code(), _ -> new ArrayList<>());
            String login = switch (name) {
                case "区热力集团建外所" -> "reli";
                case "生态环境科" -> "huanbao";
                default -> "cb" + node.code().value() / 1_000_000 + "x" + (there.size() + 1);
            };
            String handler = name.equals("区热力集团建外所") ? "刘工" : name();
            UUID account = newcomer(login, handler, DutyKind.DEPARTMENT_HANDLER, node, department);
            there.add(new Department(department, name, node.code(), new Person(account, handler, name)));
        }
    }
}
