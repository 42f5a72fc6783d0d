package org.gongzhi.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongzhi.archive.PastDemand;
import org.gongzhi.demand.DemandEvent.Satisfaction;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.demo.DemoPeople.Person;
import org.gongzhi.kernel.Time;

/** One demand on its way through time, as chance has it; stops where the present is. */
final class DemoLife extends DemoCase {

    private static final Map<String, String> REASONS = Map.of(
            "not_ours_private", "属于个人之间的民事纠纷。可以找：人民调解委员会，或拨打 12348 法律服务热线",
            "decoration", "属于小区内部装修纠纷。可以找：物业服务企业和人民调解委员会",
            "in_court", "已进入诉讼、仲裁、复议或信访程序。可以找：受理该案的法院、仲裁或复议机关",
            "season", "要等季节或施工条件",
            "budget", "已列入计划，等资金",
            "consent", "需要业主表决或协商");

    DemoLife(DemoDemands.Scene scene, DemoPeople.Staff staff, Random random, Instant now) {
        super(scene, staff, random, now);
    }

    PastDemand live() {
        step(
                DemandVerb.RAISE,
                null,
                isSelfRaised() ? null : clerk,
                null,
                "",
                place.community().name() + "收到了您反映的事");
        go();
        return written();
    }

    private void go() {
        if (!pass(0.02, 0.12)) {
            return;
        }
        if (random.nextInt(28) == 0) {
            reasonCode = List.of("not_ours_private", "decoration", "in_court").get(random.nextInt(3));
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
        transfer = new PastDemand.Transfer(
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
        department = DemoOffices.handling(story.kind(), place.street().code(), staff, random);
        Person by = node.equals(place.street().code()) ? staff.officer(node) : clerk;
        Person own = staff.handyperson(region.code(), place.community().code());
        String to = department == null ? own.name() : department.name();
        if (department == null) {
            handler = own;
        }
        move(DemandVerb.ASSIGN, DemandStatus.ASSIGNED, by, to, "", "交给" + (department == null ? "工作人员" : to) + "办理");
    }

    private void takeUp() {
        Person taker = department == null
                ? staff.handyperson(region.code(), place.community().code())
                : department.handler();
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
            callBacks.add(new PastDemand.CallBack(reopens, at, caller.account(), false, null, null, null));
            step(verb, status, caller, null, "电话无人接听", "回访没有联系上");
            Instant filed = closing.plus(Duration.ofDays(15));
            if (!filed.isAfter(now)) {
                at = filed;
                settledAt = at;
                status = DemandStatus.SETTLED;
                steps.add(new PastDemand.Step(
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
        callBacks.add(new PastDemand.CallBack(
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
}
