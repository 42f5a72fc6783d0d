package org.gongzhi.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.organization.OrganizationIntake;
import org.gongzhi.organization.OrganizationIntake.Counted;
import org.gongzhi.organization.OrganizationIntake.Newcomer;
import org.gongzhi.organization.OrganizationLookup;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.sheet.SheetKind;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 党组织名册: every line an organization. It is known by its code, else by its name at its place; whom it answers to may stand in any line of the same sheet. */
@Component
class OrganizationSheet implements SheetKind {

    static final String CODE = "organization";
    static final List<String> CODES = List.of(
            "name",
            "code",
            "type",
            "superior",
            "place",
            "founded",
            "fullMembers",
            "members",
            "units",
            "lasts",
            "term",
            "secretary");

    private static final int VERSION = 14;

    private static final List<Column> COLUMNS = List.of(
            new Column("name", List.of("党组织名称", "组织名称", "全称", "名称", "name"), true, false),
            new Column("code", List.of("党组织代码", "组织代码", "代码", "编码", "code"), false, false),
            new Column("type", List.of("党组织类型", "组织类型", "组织类别", "类型", "类别", "kind"), true, true),
            new Column("superior", List.of("上级党组织", "上级组织", "隶属", "上级", "answers to", "superior"), false, false),
            new Column("place", List.of("所在地", "所在地区", "属地", "所在社区", "地区", "place"), true, false),
            new Column("founded", List.of("成立日期", "成立时间", "建立时间", "founded"), true, false),
            new Column("fullMembers", List.of("正式党员数", "正式党员", "full members"), true, false),
            new Column("members", List.of("党员总数", "党员数", "党员人数", "members"), false, false),
            new Column("units", List.of("覆盖单位数", "单位数", "units"), false, false),
            new Column("lasts", List.of("工作到期", "临时到期", "撤销日期", "lasts until"), false, false),
            new Column("term", List.of("本届起始", "换届日期", "本届自", "term from"), false, false),
            new Column("secretary", List.of("党组织书记", "书记", "secretary"), false, false));

    private final OrganizationIntake intake;
    private final OrganizationLookup organizations;
    private final RollQueries queries;
    private final RollEntries entries;
    private final RegionLookup regions;

    OrganizationSheet(
            OrganizationIntake intake,
            OrganizationLookup organizations,
            RollQueries queries,
            RollEntries entries,
            RegionLookup regions) {
        this.intake = intake;
        this.organizations = organizations;
        this.queries = queries;
        this.entries = entries;
        this.regions = regions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Column> columns(Actor actor) {
        return COLUMNS;
    }

    @Override
    public Outcome<Boolean> mayImport(Actor actor) {
        return intake.mayTakeIn(actor);
    }

    @Override
    public List<Meaning> meanings(Actor actor, String column) {
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return organizations.kinds().stream()
                .map(kind -> new Meaning(kind.code(), isEnglish ? kind.nameEn() : kind.name()))
                .toList();
    }

    /** Every word means a kind there is. */
    @Override
    public Outcome<Order> checked(Actor actor, Order order) {
        Set<String> known = organizations.kinds().stream()
                .map(OrganizationLookup.Kind::code)
                .collect(Collectors.toSet());
        for (String kind : order.words().getOrDefault("type", Map.of()).values()) {
            if (!known.contains(kind)) {
                return Outcome.invalid("words", RollRefusal.TYPE_UNKNOWN, kind);
            }
        }
        return Outcome.done(order);
    }

    @Override
    public List<Judged> judge(Actor actor, Order order, List<Line> lines) {
        return judge(actor, order, use -> lines.forEach(use)).judge(lines);
    }

    @Override
    public Judge judge(Actor actor, Order order, Whole sheet) {
        return new RollJudge(
                intake,
                queries,
                () -> new RollPlaces(regions, actor),
                () -> types(order),
                order.columns().contains("superior"),
                sheet);
    }

    private Map<String, String> types(Order order) {
        Map<String, String> types = new HashMap<>();
        organizations.kinds().forEach(kind -> {
            types.put(kind.name(), kind.code());
            types.put(kind.nameEn(), kind.code());
        });
        types.putAll(order.words().getOrDefault("type", Map.of()));
        return types;
    }

    /** Whoever is answered to stands before those who answer. */
    @Override
    public int apply(Actor actor, Order order, List<Judged> lines) {
        SortedMap<Long, List<Newcomer>> fresh = new TreeMap<>();
        List<Counted> counts = new ArrayList<>();
        for (Judged line : lines) {
            Newcomer one = RollLine.of(line.kept());
            if (line.verdict() == Verdict.NEW) {
                fresh.computeIfAbsent(line.turn(), _ -> new ArrayList<>()).add(one);
            } else {
                int version =
                        Integer.parseInt(Objects.requireNonNull(line.kept().get(VERSION)));
                counts.add(new Counted(one.id(), version, one.fullMembers(), one.members(), one.units()));
            }
        }
        int done = 0;
        for (List<Newcomer> ofTurn : fresh.values()) {
            Set<UUID> added = intake.addAll(actor, ofTurn, "由“" + order.fileName() + "”导入");
            entries.added(order.importId(), added);
            done += added.size();
        }
        if (!counts.isEmpty()) {
            entries.about(order.importId(), counts);
            done += intake.countAnew(counts).size();
        }
        return done;
    }

    @Override
    public int undo(Actor actor, UUID importId, int atMost) {
        return entries.takeBack(importId, atMost);
    }

    @Override
    public int standing(Actor actor, UUID importId) {
        return entries.standing(importId);
    }
}
