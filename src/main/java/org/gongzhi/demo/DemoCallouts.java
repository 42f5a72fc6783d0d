package org.gongzhi.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.archive.PastCallout;
import org.gongzhi.archive.PastDemand;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.demo.DemoPeople.Department;
import org.gongzhi.demo.DemoPeople.Person;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.todo.NewTodo;
import org.jspecify.annotations.Nullable;

/** 吹哨报到 as it could have been: for a share of the matters a street holds, different from street to street; the same for the same demand. */
final class DemoCallouts {

    private static final Duration TO_ARRIVE = Duration.ofHours(24);
    private static final Duration TO_FINISH = Duration.ofDays(5);
    private static final int MOST = 3;

    private final DemoPeople.Staff staff;
    private final Instant now;

    DemoCallouts(DemoPeople.Staff staff, Instant now) {
        this.staff = staff;
        this.now = now;
    }

    List<PastCallout> of(List<PastDemand> batch) {
        return batch.stream().flatMap(past -> of(past).stream()).toList();
    }

    private List<PastCallout> of(PastDemand past) {
        var random = new Random(past.id().getLeastSignificantBits());
        PastDemand.Step begun = last(past, DemandVerb.TAKE_UP);
        boolean isInHand = past.status() == DemandStatus.HANDLING;
        PastDemand.Step asked = last(past, DemandVerb.ASK_VERIFICATION);
        if (!isStreet(past.node())
                || begun == null
                || past.reopens() > 0
                || (!isInHand && asked == null)
                || past.status() == DemandStatus.SUSPENDED
                || random.nextInt(100) >= shareOf(past.node())) {
            return List.of();
        }
        Instant end = asked == null || isInHand ? now : asked.at();
        Instant calledAt = begun.at().plus(Duration.ofMinutes(20));
        if (!calledAt.isBefore(end)) {
            return List.of();
        }
        List<Department> near = new ArrayList<>(Stream.concat(
                        staff.departments(past.node()).stream(), staff.departments(DemoTerritory.DISTRICT).stream())
                .toList());
        java.util.Collections.shuffle(near, random);
        near.sort(java.util.Comparator.comparing(one -> !one.id().equals(past.department())));
        UUID whistle = DemoTerritory.id(random);
        int count = 2 + random.nextInt(MOST - 1);
        List<PastCallout> called = new ArrayList<>();
        for (int i = 0; i < count && i < near.size(); i++) {
            called.add(new One(past, whistle, near.get(i), i == 0, calledAt, end, isInHand, random).live());
        }
        return List.copyOf(called);
    }

    /** Few in some streets, many in others: that is what signals are for. */
    private static int shareOf(RegionCode street) {
        return List.of(4, 35, 60, 80).get((int) (street.value() / 1_000_000 % 4));
    }

    private static boolean isStreet(RegionCode node) {
        return node.value() % 1_000_000 == 0 && node.value() % 1_000_000_000 != 0;
    }

    private static PastDemand.@Nullable Step last(PastDemand past, DemandVerb verb) {
        return past.steps().stream()
                .filter(step -> step.verb() == verb)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** What waits because of it. */
    static List<NewTodo> todos(List<PastCallout> called, List<PastDemand> batch) {
        List<NewTodo> open = new ArrayList<>();
        for (PastCallout one : called) {
            String step = switch (one.status()) {
                case "called" -> "arrive";
                case "arrived" -> "finish";
                case "refused" -> "rule_on_refusal";
                case "finished" -> one.grade() == null ? "grade" : "";
                default -> "";
            };
            if (!step.isEmpty()) {
                boolean isTheirs = step.equals("arrive") || step.equals("finish");
                Instant since = one.endedAt() == null ? one.calledAt() : one.endedAt();
                Instant due = step.equals("arrive")
                        ? one.arriveDueAt()
                        : step.equals("finish") ? one.dueAt() : since.plus(Duration.ofDays(3));
                PastDemand of = batch.stream()
                        .filter(past -> past.id().equals(one.demand()))
                        .findFirst()
                        .orElseThrow();
                open.add(new NewTodo(
                        "callout",
                        one.id(),
                        step,
                        one.region(),
                        one.node(),
                        isTheirs ? one.department() : null,
                        null,
                        of.kind(),
                        of.title(),
                        isTheirs
                                ? one.words()
                                : one.name() + "：" + one.notes().getLast().words(),
                        since,
                        due,
                        since.plus(Duration.between(since, due).multipliedBy(3).dividedBy(4))));
            }
        }
        return open;
    }

    private final class One {
        private final PastDemand past;
        private final UUID whistle;
        private final Department department;
        private final boolean isLead;
        private final Instant calledAt;
        private final Instant end;
        private final boolean isInHand;
        private final Random random;
        private final Person officer;
        private final List<PastCallout.Note> notes = new ArrayList<>();
        private final String words;

        private String status = "called";

        private @Nullable Instant arrivedAt;
        private @Nullable Instant endedAt;
        private @Nullable Instant gradedAt;
        private @Nullable String refusal;
        private @Nullable String refusalWords;
        private @Nullable String result;
        private @Nullable String grade;
        private @Nullable String gradeWords;

        One(
                PastDemand past,
                UUID whistle,
                Department department,
                boolean isLead,
                Instant calledAt,
                Instant end,
                boolean isInHand,
                Random random) {
            this.past = past;
            this.whistle = whistle;
            this.department = department;
            this.isLead = isLead;
            this.calledAt = calledAt;
            this.end = end;
            this.isInHand = isInHand;
            this.random = random;
            officer = staff.officer(past.node());
            words = isLead ? "请牵头现场会商，一次办到位" : "请派人到现场，按职责配合";
        }

        PastCallout live() {
            note(calledAt, "call", officer, words, "");
            int chance = random.nextInt(100);
            if (isInHand && chance < 25) {
                return written();
            }
            if (chance < 33) {
                refuse();
            } else {
                come();
            }
            return written();
        }

        private void refuse() {
            Instant at = between(0.1, 0.3);
            status = "refused";
            refusal = "call_not_ours";
            refusalWords = "按三定方案不属于本单位职责";
            note(at, "refuse", department.handler(), refusalWords, "说不来。不属于本单位职责。" + refusalWords);
            if (!isInHand) {
                endedAt = between(0.4, 0.6);
                status = "released";
                note(endedAt, "rule", officer, "情况属实", "理由成立，不用来了。情况属实");
            }
        }

        private void come() {
            arrivedAt = between(0.05, 0.5);
            status = "arrived";
            boolean isInTime = !arrivedAt.isAfter(calledAt.plus(TO_ARRIVE));
            note(arrivedAt, "arrive", department.handler(), "", isInTime ? "已报到" : "已报到，晚于时限");
            if (isInHand && random.nextInt(2) == 0) {
                return;
            }
            endedAt = between(0.6, 0.95);
            status = "finished";
            result = isLead ? "现场会商后整改到位" : "已按职责配合处置";
            note(endedAt, "finish", department.handler(), result, "报了结果。" + result);
            if (random.nextInt(4) > 0) {
                gradedAt = endedAt.plus(Duration.ofHours(2));
                if (gradedAt.isAfter(now)) {
                    gradedAt = null;
                    return;
                }
                int how = random.nextInt(10);
                grade = how < 7 ? "in_place" : how < 9 ? "mostly" : "not_in_place";
                gradeWords = how < 7 ? "" : how < 9 ? "到得晚了一些" : "只到场，没有处置";
                String name = how < 7 ? "到位" : how < 9 ? "基本到位" : "不到位";
                note(gradedAt, "grade", officer, gradeWords, "街道评价为" + name + (how < 7 ? "" : "。" + gradeWords));
            }
        }

        private Instant between(double from, double to) {
            double part = from + random.nextDouble() * (to - from);
            return calledAt.plusSeconds((long) (Duration.between(calledAt, end).toSeconds() * part) + 1);
        }

        private void note(Instant at, String verb, Person by, String said, String inTheCase) {
            notes.add(new PastCallout.Note(
                    DemoTerritory.id(random),
                    at,
                    verb,
                    by.account(),
                    by.signed(),
                    said,
                    verb.equals("call") ? "街道单独解决不了，请一起办" : department.name() + "：" + inTheCase));
        }

        private PastCallout written() {
            return new PastCallout(
                    DemoTerritory.id(random),
                    whistle,
                    past.id(),
                    past.region(),
                    past.node(),
                    officer.account(),
                    officer.signed(),
                    department.id(),
                    department.name(),
                    isLead,
                    "call_beyond_street",
                    words,
                    status,
                    calledAt,
                    calledAt.plus(TO_ARRIVE),
                    calledAt.plus(TO_FINISH),
                    arrivedAt,
                    refusal,
                    refusalWords,
                    endedAt,
                    result,
                    grade,
                    gradeWords,
                    gradedAt,
                    notes);
        }
    }
}
