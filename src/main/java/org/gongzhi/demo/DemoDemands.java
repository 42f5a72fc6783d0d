package org.gongzhi.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.demand.DemandArchive;
import org.gongzhi.demand.DemandEvent.Satisfaction;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.demo.DemoPeople.Department;
import org.gongzhi.demo.DemoPeople.Person;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;

/**
 * A year of demands as it could have been: each is raised, goes its way in its kind's own time, and stands today where that time has brought it. The same seed
 * and day give the same year.
 */
final class DemoDemands {

    /** How long a kind may take, by the rule that holds. */
    record Limit(UUID rule, Duration time, Duration warn, boolean isPublic) {}

    /** Where they happen: a community with its grids and the street above. */
    private record Place(Region community, List<Region> grids, Region street) {}

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

    private static final List<String> BUILDINGS =
            List.of("1号楼", "2号楼", "3号楼", "5号楼", "6号楼", "8号楼", "9号楼", "12号楼", "甲2号楼", "东区4号楼");

    private final DemoPeople.Staff staff;
    private final Map<String, Limit> limits;
    private final DemoStories stories = new DemoStories();
    private final Random random;
    private final Instant now;
    private final List<Place> places = new ArrayList<>();
    private final List<Place> firstStreet;
    private final List<Place> firstCommunity;

    DemoDemands(
            RegionLookup regions,
            Region district,
            DemoPeople.Staff staff,
            Map<String, Limit> limits,
            long seed,
            Instant now) {
        this.staff = staff;
        this.limits = limits;
        this.random = new Random(seed);
        this.now = now;
        for (Region street : regions.children(district.code())) {
            for (Region community : regions.children(street.code())) {
                places.add(new Place(community, regions.children(community.code()), street));
            }
        }
        firstStreet = places.stream()
                .filter(one -> one.street().code().equals(DemoTerritory.STREET))
                .toList();
        firstCommunity = firstStreet.stream()
                .filter(one -> one.community().code().equals(DemoTerritory.COMMUNITY))
                .toList();
    }

    List<DemandArchive.Past> next(int count) {
        List<DemandArchive.Past> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(next());
        }
        return batch;
    }

    private DemandArchive.Past next() {
        // The first street and community are where the sample's named people work: they get enough to look at.
        List<Place> among = switch (random.nextInt(25)) {
            case 0 -> firstCommunity;
            case 1, 2, 3 -> firstStreet;
            default -> places;
        };
        Place place = among.get(random.nextInt(among.size()));
        Instant raisedAt = when();
        ZonedDateTime local = raisedAt.atZone(Time.ZONE);
        String building = BUILDINGS.get(random.nextInt(BUILDINGS.size()));
        DemoStories.Story story = DemoStories.at(stories.pick(random, local.getMonthValue()), building, random);
        Region region = place.grids().isEmpty() || random.nextInt(8) == 0
                ? place.community()
                : place.grids().get(random.nextInt(place.grids().size()));
        Limit limit = limits.get(story.kind());
        if (limit == null) {
            throw new IllegalStateException("no kind " + story.kind());
        }
        return new Life(place, region, building, story, limit, raisedAt).live();
    }

    /** More lately than long ago, by day more than by night. */
    private Instant when() {
        double back = Math.pow(random.nextDouble(), 1.35) * 365;
        Instant day = now.minus(Duration.ofMinutes((long) (back * 24 * 60)));
        int hour = 7 + (int) Math.min(14, Math.abs(random.nextGaussian() * 4) + random.nextInt(6));
        Instant at = day.atZone(Time.ZONE)
                .withHour(hour)
                .withMinute(random.nextInt(60))
                .withSecond(random.nextInt(60))
                .withNano(0)
                .toInstant();
        return at.isBefore(now) ? at : day;
    }

    /** One demand on its way through time; stops where the present is. */
    private final class Life {
        private final Place place;
        private final Region region;
        private final String building;
        private final DemoStories.Story story;
        private final Limit limit;
        private final Instant raisedAt;
        private final String channel = channel();
        private final Person clerk;
        private final Person secretary;
        private final List<DemandArchive.PastStep> steps = new ArrayList<>();
        private final List<DemandArchive.PastCallBack> callBacks = new ArrayList<>();
        private final UUID id = DemoTerritory.id(random);

        private DemandStatus status = DemandStatus.RAISED;
        private Instant at;
        private RegionCode node;
        private Instant dueAt;
        private Instant warnAt;
        private @Nullable Department department;
        private @Nullable Person handler;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant verifiedAt;
        private @Nullable Instant closedAt;
        private @Nullable Instant settledAt;
        private @Nullable Instant pausedAt;
        private @Nullable LocalDate reviewOn;
        private @Nullable String reasonCode;
        private @Nullable String reasonWords;
        private DemandArchive.@Nullable PastTransfer transfer;
        private @Nullable DemandStatus resumeStatus;
        private int reopens;

        private Life(
                Place place, Region region, String building, DemoStories.Story story, Limit limit, Instant raisedAt) {
            this.place = place;
            this.region = region;
            this.building = building;
            this.story = story;
            this.limit = limit;
            this.raisedAt = raisedAt;
            at = raisedAt;
            node = place.community().code();
            dueAt = raisedAt.plus(limit.time());
            warnAt = raisedAt.plus(limit.warn());
            clerk = staff.clerk(node);
            secretary = staff.secretary(node);
        }

        private DemandArchive.Past live() {
            step(
                    DemandVerb.RAISE,
                    null,
                    isSelfRaised() ? null : clerk,
                    null,
                    "",
                    place.community().name() + "收到了您反映的事");
            go();
            boolean isOpen = status.isOpen();
            return new DemandArchive.Past(
                    id,
                    region.code(),
                    story.title(),
                    story.words(),
                    story.kind(),
                    channel,
                    place.community().shortName() + building,
                    channel.equals("online") && random.nextInt(3) == 0,
                    null,
                    raisedAt,
                    isSelfRaised() || channel.equals("hotline") ? null : clerk.account(),
                    status,
                    at,
                    resumeStatus,
                    node,
                    place.community().code(),
                    department == null ? null : department.id(),
                    handler == null ? null : handler.account(),
                    acceptedAt,
                    verifiedAt,
                    closedAt,
                    settledAt,
                    limit.rule(),
                    dueAt,
                    warnAt,
                    pausedAt,
                    reviewOn,
                    isOpen && pausedAt == null && !dueAt.isAfter(now),
                    reasonCode,
                    reasonWords,
                    0,
                    reopens,
                    limit.isPublic() && acceptedAt != null && status != DemandStatus.DECLINED,
                    steps,
                    callBacks,
                    transfer);
        }

        private void go() {
            if (!pass(0.02, 0.12)) {
                return;
            }
            if (random.nextInt(28) == 0) {
                reasonCode =
                        List.of("not_ours_private", "decoration", "in_court").get(random.nextInt(3));
                move(DemandVerb.DECLINE, DemandStatus.DECLINED, secretary, null, "", "没有受理：" + REASONS.get(reasonCode));
                return;
            }
            acceptedAt = at;
            move(
                    DemandVerb.ACCEPT,
                    DemandStatus.ACCEPTED,
                    clerk,
                    null,
                    "",
                    place.community().name() + "已受理");
            if (random.nextInt(22) == 0 && passUp()) {
                return;
            }
            if (!pass(0.01, 0.08)) {
                return;
            }
            assign();
            if (!pass(0.01, 0.1)) {
                return;
            }
            takeUp();
            work(0.3, 1.0);
        }

        /** False when it is still waiting for the street. */
        private boolean passUp() {
            if (!pass(0.02, 0.1)) {
                return true;
            }
            Instant offeredAt = at;
            String words = "社区没有权限和设备，请街道协调";
            step(
                    DemandVerb.PASS_UP,
                    status,
                    secretary,
                    place.street().name(),
                    words,
                    "已上报" + place.street().name() + "，等待接收");
            boolean isReceived = pass(0.03, 0.2);
            transfer = new DemandArchive.PastTransfer(
                    "up",
                    place.community().code(),
                    place.street().code(),
                    "beyond_power",
                    words,
                    offeredAt,
                    secretary.account(),
                    isReceived ? at : null,
                    isReceived ? "received" : null);
            if (isReceived) {
                node = place.street().code();
                move(
                        DemandVerb.RECEIVE_TRANSFER,
                        DemandStatus.ACCEPTED,
                        staff.officer(node),
                        place.street().name(),
                        "",
                        place.street().name() + "已接手");
            }
            return !isReceived;
        }

        private void assign() {
            department = departmentFor(story.kind());
            Person by = node.equals(place.street().code()) ? staff.officer(node) : clerk;
            String to = department == null ? secretary.name() : department.name();
            if (department == null) {
                handler = secretary;
            }
            move(
                    DemandVerb.ASSIGN,
                    DemandStatus.ASSIGNED,
                    by,
                    to,
                    "",
                    "交给" + (department == null ? "工作人员" : to) + "办理");
        }

        private void takeUp() {
            Person taker = department == null ? secretary : department.handler();
            handler = taker;
            move(DemandVerb.TAKE_UP, DemandStatus.HANDLING, taker, null, "", taker.where() + "已接单");
        }

        private void work(double from, double to) {
            if (random.nextInt(2) == 0) {
                if (!pass(from * 0.3, from)) {
                    return;
                }
                step(DemandVerb.NOTE_PROGRESS, status, handler, null, "已到现场看过，正在处理", "已到现场看过，正在处理");
            }
            if (random.nextInt(45) == 0) {
                suspend();
                return;
            }
            // A few stay where they are until somebody presses: that is what the lamps are for.
            if (raisedAt.isAfter(now.minus(Duration.ofDays(45))) && random.nextInt(14) == 0) {
                return;
            }
            if (!pass(from, to)) {
                return;
            }
            move(DemandVerb.ASK_VERIFICATION, DemandStatus.VERIFYING, handler, null, story.result(), null);
            if (!pass(0.02, 0.15)) {
                return;
            }
            Person checker = clerk.equals(handler) ? secretary : clerk;
            verifiedAt = at;
            step(DemandVerb.VERIFY, DemandStatus.VERIFYING, checker, null, "", "经核查，已经办好");
            if (!pass(0.005, 0.05)) {
                return;
            }
            closedAt = at;
            move(DemandVerb.CLOSE, DemandStatus.CLOSED, checker, null, "", "办理结果：" + story.result());
            judge(checker);
        }

        private void suspend() {
            if (!pass(0.05, 0.3)) {
                return;
            }
            boolean isRecent = at.isAfter(now.minus(Duration.ofDays(50)));
            reasonCode = List.of("season", "budget", "consent").get(random.nextInt(3));
            reasonWords = "已向居民说明，按计划推进";
            Instant since = at;
            step(DemandVerb.SUSPEND, status, secretary, null, reasonWords, "暂时还不能解决：" + REASONS.get(reasonCode));
            if (isRecent) {
                pausedAt = since;
                reviewOn = LocalDate.ofInstant(now, Time.ZONE).plusDays(2 + random.nextInt(40));
                resumeStatus = status;
                status = DemandStatus.SUSPENDED;
                return;
            }
            Duration rest = Duration.ofDays(5 + random.nextInt(25));
            at = at.plus(rest);
            dueAt = dueAt.plus(rest);
            warnAt = warnAt.plus(rest);
            step(DemandVerb.RESUME, status, secretary, null, "", "恢复办理");
            reasonCode = null;
            reasonWords = null;
            work(0.2, 0.8);
        }

        private void judge(Person checker) {
            Instant closing = at;
            Instant asked = at.plus(Duration.ofMinutes(120 + random.nextInt(3 * 24 * 60)));
            if (asked.isAfter(now)) {
                return;
            }
            at = asked;
            boolean isOwnWord = isSelfRaised() && random.nextInt(2) == 0;
            Person caller = isOwnWord ? null : checker; // null: the resident
            DemandVerb verb = isOwnWord ? DemandVerb.JUDGE : DemandVerb.CALL_BACK;
            if (caller != null && random.nextInt(9) == 0) {
                callBacks.add(new DemandArchive.PastCallBack(reopens, at, caller.account(), false, null, null, null));
                step(verb, status, caller, null, "电话无人接听", "回访没有联系上");
                Instant filed = closing.plus(Duration.ofDays(15));
                if (!filed.isAfter(now)) {
                    at = filed;
                    settledAt = at;
                    status = DemandStatus.SETTLED;
                    steps.add(new DemandArchive.PastStep(
                            at,
                            DemandVerb.FILE,
                            DemandStatus.CLOSED,
                            status,
                            null,
                            "时限",
                            node,
                            null,
                            null,
                            null,
                            "",
                            "没有收到评价，已归档"));
                }
                return;
            }
            boolean isSolved = reopens > 0 || random.nextInt(13) != 0;
            Satisfaction satisfaction = !isSolved
                    ? (random.nextInt(4) == 0 ? Satisfaction.BASICALLY : Satisfaction.UNSATISFIED)
                    : (random.nextInt(12) == 0 ? Satisfaction.BASICALLY : Satisfaction.SATISFIED);
            callBacks.add(new DemandArchive.PastCallBack(
                    reopens,
                    at,
                    caller == null ? null : caller.account(),
                    true,
                    random.nextInt(60) != 0,
                    isSolved,
                    satisfaction));
            if (isSolved) {
                settledAt = at;
                move(verb, DemandStatus.SETTLED, caller, null, "", "您说“解决了”");
                return;
            }
            reopens++;
            dueAt = at.plus(Duration.ofDays(4));
            warnAt = at.plus(Duration.ofDays(3));
            verifiedAt = null;
            move(verb, DemandStatus.HANDLING, caller, null, "", "您说“没有解决”，已转为重办，3 个工作日内再答复您");
            work(0.1, 0.6);
        }

        /** Lets some of the kind's own time pass; false, and no time passes, when that would be the future. */
        private boolean pass(double from, double to) {
            double part = from + random.nextDouble() * (to - from);
            Instant later =
                    at.plus(Duration.ofSeconds((long) (part * limit.time().toSeconds()) + 60));
            Instant atWork = limit.time().toHours() < 24 ? later : inOfficeHours(later);
            if (atWork.isAfter(now)) {
                return false;
            }
            at = atWork;
            return true;
        }

        private Instant inOfficeHours(Instant moment) {
            ZonedDateTime local = moment.atZone(Time.ZONE);
            if (local.getHour() >= 8 && local.getHour() < 20) {
                return moment;
            }
            ZonedDateTime morning = local.getHour() < 8 ? local : local.plusDays(1);
            return morning.withHour(8)
                    .withMinute(random.nextInt(60))
                    .plusHours(random.nextInt(3))
                    .toInstant();
        }

        private void move(
                DemandVerb verb,
                DemandStatus to,
                @Nullable Person by,
                @Nullable String toName,
                String words,
                @Nullable String plain) {
            DemandStatus from = status;
            status = to;
            steps.add(stepOf(verb, from, to, by, toName, words, plain));
        }

        private void step(
                DemandVerb verb,
                @Nullable DemandStatus from,
                @Nullable Person by,
                @Nullable String toName,
                String words,
                @Nullable String plain) {
            steps.add(stepOf(verb, from, status, by, toName, words, plain));
        }

        private DemandArchive.PastStep stepOf(
                DemandVerb verb,
                @Nullable DemandStatus from,
                DemandStatus to,
                @Nullable Person by,
                @Nullable String toName,
                String words,
                @Nullable String plain) {
            Department given = department;
            UUID byDepartment = given != null && given.handler().equals(by) ? given.id() : null;
            return new DemandArchive.PastStep(
                    at,
                    verb,
                    from,
                    to,
                    by == null ? null : by.account(),
                    by == null ? "居民" : by.signed(),
                    by == null ? region.code() : node,
                    byDepartment,
                    toName,
                    verb == DemandVerb.DECLINE || verb == DemandVerb.SUSPEND ? reasonCode : null,
                    words,
                    plain);
        }

        private boolean isSelfRaised() {
            return channel.equals("online");
        }

        private @Nullable Department departmentFor(String kind) {
            String name = OFFICE.getOrDefault(kind, random.nextInt(2) == 0 ? "城市管理办公室" : "");
            if (place.street().code().equals(DemoTerritory.STREET) && name.equals("区热力集团")) {
                name = "区热力集团建外所";
            }
            String wanted = name;
            return java.util.stream.Stream.concat(
                            staff.departments(place.street().code()).stream(),
                            staff.departments(DemoTerritory.DISTRICT).stream())
                    .filter(one -> one.name().equals(wanted))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final Map<String, String> REASONS = Map.of(
            "not_ours_private", "属于个人之间的民事纠纷。可以找：人民调解委员会，或拨打 12348 法律服务热线",
            "decoration", "属于小区内部装修纠纷。可以找：物业服务企业和人民调解委员会",
            "in_court", "已进入诉讼、仲裁、复议或信访程序。可以找：受理该案的法院、仲裁或复议机关",
            "season", "要等季节或施工条件",
            "budget", "已列入计划，等资金",
            "consent", "需要业主表决或协商");

    private String channel() {
        int at = random.nextInt(100);
        if (at < 45) {
            return "hotline";
        }
        if (at < 73) {
            return "online";
        }
        if (at < 81) {
            return "phone";
        }
        if (at < 87) {
            return "visit_in";
        }
        if (at < 95) {
            return "walk_visit";
        }
        return at < 98 ? "meeting" : "representative";
    }
}
