package org.gongzhi.hotline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.archive.DemandIntake;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.question.Answered;
import org.gongzhi.question.QuestionLookup;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.sheet.SheetKind;
import org.gongzhi.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 热线工单表: every line a case of the hotline, which becomes a demand of the community it is about. Its key is the hotline's own number. */
@Component
class HotlineSheet implements SheetKind {

    static final String CODE = "hotline";

    private static final List<Column> COLUMNS = List.of(
            new Column("number", List.of("工单编号", "工单号", "编号", "受理编号", "案件编号", "case number"), true, false),
            new Column("called", List.of("来电时间", "受理时间", "反映时间", "创建时间", "called at"), true, false),
            new Column("words", List.of("诉求内容", "主要内容", "问题描述", "反映内容", "内容", "words"), true, false),
            new Column("title", List.of("标题", "工单标题", "诉求标题", "title"), false, false),
            new Column("type", List.of("诉求类型", "问题分类", "诉求类别", "类别", "分类", "type"), false, true),
            new Column("street", List.of("街道", "街乡镇", "所属街道", "承办街道", "street"), false, false),
            new Column("community", List.of("社区", "所属社区", "社区村", "community"), false, false),
            new Column("address", List.of("地址", "诉求地址", "发生地址", "事发地点", "address"), false, false),
            new Column("name", List.of("来电人", "诉求人", "联系人", "姓名", "name"), false, false),
            new Column("phone", List.of("电话", "联系电话", "来电号码", "手机", "phone"), false, false),
            new Column("due", List.of("办理时限", "截止时间", "办结时限", "到期时间", "due"), false, false));

    private final HotlineCases cases;
    private final DemandIntake intake;
    private final DemandDictionary dictionary;
    private final QuestionLookup questions;
    private final RegionLookup regions;
    private final Contacts contacts;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HotlineSheet(
            HotlineCases cases,
            DemandIntake intake,
            DemandDictionary dictionary,
            QuestionLookup questions,
            RegionLookup regions,
            Contacts contacts,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.dictionary = dictionary;
        this.questions = questions;
        this.regions = regions;
        this.contacts = contacts;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Column> columns(Actor actor) {
        return Stream.concat(COLUMNS.stream(), HotlineAnswers.columns(questions.within(actor.node())))
                .toList();
    }

    @Override
    public Outcome<Boolean> mayImport(Actor actor) {
        return HotlinePolicy.mayExchange(actor);
    }

    @Override
    public List<Meaning> meanings(Actor actor, String column) {
        return kinds(actor).stream()
                .map(kind -> new Meaning(kind.code(), kind.name()))
                .toList();
    }

    private List<DemandDictionary.Offered> kinds(Actor actor) {
        return dictionary.kinds(
                regions.path(actor.node()).stream().map(Region::code).toList());
    }

    /** Every word means a kind in use here; {@code otherKind} is what a word without a meaning means; {@code toStreet} lets a place fall to its street. */
    @Override
    public Outcome<Order> checked(Actor actor, Order order) {
        Set<String> known =
                kinds(actor).stream().map(DemandDictionary.Offered::code).collect(Collectors.toSet());
        Set<String> meant =
                new HashSet<>(order.words().getOrDefault("type", Map.of()).values());
        meant.add(order.options().getOrDefault("otherKind", "other"));
        for (String kind : meant) {
            if (!kind.isEmpty() && !known.contains(kind)) {
                return Outcome.invalid("words", HotlineRefusal.KIND_UNKNOWN, kind);
            }
        }
        return order.options().keySet().stream().allMatch(Set.of("otherKind", "toStreet")::contains)
                ? Outcome.done(order)
                : Outcome.invalid("options", HotlineRefusal.OPTION_UNKNOWN);
    }

    @Override
    public List<Judged> judge(Actor actor, Order order, List<Line> lines) {
        var answers = new HotlineAnswers(questions.within(actor.node()), order.columns());
        var reading = new HotlineLine.Reading(order, places(actor), kinds(actor), answers, contacts, Time.now(clock));
        Map<String, HotlineCases.Known> known = cases.known(
                lines.stream().map(line -> line.cellOr("number", "")).distinct().toList(), districts(actor));
        List<Judged> judged = new ArrayList<>(lines.size());
        for (Line line : lines) {
            String number = line.cellOr("number", "");
            HotlineCases.Known before = known.get(number);
            judged.add(
                    switch (HotlineLine.read(reading, line, before)) {
                        case Outcome.Done<HotlineLine>(HotlineLine read) ->
                            new Judged(
                                    line.number(),
                                    number,
                                    verdict(read, before),
                                    read.kept(),
                                    null,
                                    read.region().value());
                        case Outcome.Refused<HotlineLine> refused -> Judged.wrong(line.number(), number, refused);
                    });
        }
        return judged;
    }

    private static Verdict verdict(HotlineLine read, HotlineCases.@org.jspecify.annotations.Nullable Known before) {
        if (before == null) {
            return Verdict.NEW;
        }
        return before.digest().equals(read.digest()) ? Verdict.SAME : Verdict.CHANGED;
    }

    private Set<Long> districts(Actor actor) {
        return Set.of(actor.node().district());
    }

    private HotlinePlaces places(Actor actor) {
        List<Region> all = new ArrayList<>();
        Region node = regions.get(actor.node());
        List<Region> streets = node.level() == Region.STREET ? List.of(node) : regions.children(node.code());
        for (Region street : streets) {
            all.add(street);
            all.addAll(regions.children(street.code()));
        }
        return new HotlinePlaces(all.stream()
                .filter(region ->
                        region.working() && (region.level() == Region.STREET || region.level() == Region.COMMUNITY))
                .toList());
    }

    @Override
    public int apply(Actor actor, Order order, List<Judged> lines) {
        Map<Verdict, List<HotlineLine>> read = lines.stream()
                .collect(Collectors.groupingBy(
                        Judged::verdict,
                        Collectors.mapping(line -> HotlineLine.of(line.key(), line.kept()), Collectors.toList())));
        return hear(actor, order, read.getOrDefault(Verdict.NEW, List.of()))
                + addWords(actor, order, read.getOrDefault(Verdict.CHANGED, List.of()));
    }

    private int hear(Actor actor, Order order, List<HotlineLine> lines) {
        Set<UUID> claimed = cases.claim(
                order.importId(),
                lines.stream()
                        .map(line -> new HotlineCases.Entry(
                                line.demand(), line.region(), line.number(), line.digest(), line.calledAt()))
                        .toList());
        List<HotlineLine> mine =
                lines.stream().filter(line -> claimed.contains(line.demand())).toList();
        List<HotlineLine> reachable =
                mine.stream().filter(line -> line.contact() != null).toList();
        contacts.keepAll(
                reachable.stream().map(HotlineLine::contactOrFail).toList(),
                reachable.stream().map(HotlineLine::region).toList());
        intake.hear(actor, mine.stream().map(line -> heard(order, line)).toList());
        trail.linkAll(
                actor,
                "hotline",
                DemandId.SUBJECT,
                "raised_as",
                mine.stream()
                        .map(line -> new Trail.Link(Ids.next(), line.demand(), line.region(), "热线工单 " + line.number()))
                        .toList(),
                Time.now(clock));
        return mine.size();
    }

    private static DemandIntake.Heard heard(Order order, HotlineLine line) {
        Instant due = line.dueAt();
        String note = "热线工单 " + line.number() + "，由“" + order.fileName() + "”导入"
                + (due == null ? "" : "；热线要求 " + Words.moment(due) + " 前办结");
        return new DemandIntake.Heard(
                line.demand(),
                line.region(),
                line.kind(),
                line.words(),
                line.title(),
                line.place(),
                line.contact() == null ? null : line.contactOrFail().id(),
                line.calledAt(),
                due,
                line.answers(),
                note);
    }

    /** The hotline says more of a case that is in hand: its history says so, and nothing else of it changes. */
    private int addWords(Actor actor, Order order, List<HotlineLine> lines) {
        Map<UUID, String> digests = new LinkedHashMap<>();
        Map<UUID, String> words = new HashMap<>();
        lines.forEach(line -> {
            digests.put(line.demand(), line.digest());
            words.put(line.demand(), "热线又来“" + order.fileName() + "”，内容有变：" + line.words() + told(line.answers()));
        });
        Set<UUID> changed = cases.saysNow(digests);
        return intake.addWords(
                actor,
                changed.stream()
                        .map(demand -> new DemandIntake.More(demand, cut(words.getOrDefault(demand, ""))))
                        .toList());
    }

    private static String told(List<Answered> answers) {
        return answers.stream()
                .map(each -> each.told(false))
                .map(told -> "；" + told.question() + "：" + told.answer())
                .collect(Collectors.joining());
    }

    private static String cut(String words) {
        int most = HotlineLine.MOST_WORDS;
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    @Override
    public int undo(Actor actor, UUID importId, int atMost) {
        List<DemandEvent.Withdrawn> gone = cases.takeBack(importId, atMost);
        if (!gone.isEmpty()) {
            events.publishEvent(new DemandEvent.TakenBack(gone));
        }
        return gone.size();
    }

    @Override
    public int standing(Actor actor, UUID importId) {
        return cases.standing(importId);
    }
}
