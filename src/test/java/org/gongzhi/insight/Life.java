package org.gongzhi.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.callout.CalloutEvent;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lives of demands, made up at random from a seed: what is announced, what is written down, and, apart from both, a plain list of what happened. */
final class Life {

    static final List<String> KINDS = List.of("heating", "water", "street_parking", "noise", "lift");
    static final List<String> CHANNELS = List.of("online", "phone", "hotline");

    /** Grids, communities, streets and a district: whoever hears a demand, and neighbours that share digits. */
    static final List<RegionCode> PLACES = List.of(
            RegionFixtures.YONGANLI_GRID_1,
            RegionFixtures.YONGANLI_GRID_2,
            RegionFixtures.YONGANLI,
            RegionFixtures.GUANGHUALI_GRID_1,
            RegionFixtures.JIANWAI,
            RegionFixtures.JIQINGLI_GRID_1,
            RegionFixtures.JIXIANGLI,
            RegionFixtures.CHAOYANG,
            RegionFixtures.YULIN,
            RegionFixtures.KANGPING,
            RegionFixtures.GANGBEI);

    /** Something that happened, as a person would note it. */
    record Happening(String what, RegionCode place, LocalDate day, String kind, String channel, long minutes) {}

    /** How a demand stands in the end. */
    record Standing(
            RegionCode place, LocalDate raisedOn, String kind, String channel, DemandStatus status, boolean isLate) {}

    final List<DemandEvent> events = new ArrayList<>();
    final List<CalloutEvent> callouts = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final List<Standing> standings = new ArrayList<>();

    private final Random random;
    private final JdbcClient owner;
    private final Instant now;
    private final UUID account = UUID.randomUUID();
    private final String run = Long.toHexString(System.nanoTime());
    private int number;

    Life(long seed, JdbcClient owner, Instant now) {
        this.random = new Random(seed);
        this.owner = owner;
        this.now = now;
        owner.sql("insert into account (id, login, name) values (:id, :login, '陈立')")
                .param("id", account)
                .param("login", "life" + run)
                .update();
    }

    /** One demand from being raised to wherever it is now. */
    void live() {
        new One().live();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private final class One {
        private final UUID id = UUID.randomUUID();
        private final RegionCode place = any(PLACES);
        private final String kind = any(KINDS);
        private final String channel = any(CHANNELS);
        // Up to fourteen months back, most of it lately, some of it minutes from midnight.
        private final Instant raisedAt =
                now.minus(Duration.ofMinutes((long) (Math.pow(random.nextDouble(), 3) * 420 * 24 * 60)));
        private Instant at = raisedAt;
        private RegionCode node = place;
        private DemandStatus status = DemandStatus.RAISED;
        private boolean isLate;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant closedAt;
        private int reopened;
        private boolean isJudged;
        private final List<Runnable> records = new ArrayList<>();

        void live() {
            happened("raised", raisedAt, 0);
            events.add(new DemandEvent.Raised(snapshot()));
            step("raise", null, raisedAt);
            int steps = random.nextInt(9);
            for (int i = 0; i < steps && pass(); i++) {
                next();
            }
            write();
            standings.add(new Standing(place, day(raisedAt), kind, channel, status, isLate));
        }

        private boolean pass() {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(4000)));
            return at.isBefore(now);
        }

        private void next() {
            switch (random.nextInt(12)) {
                case 0 -> becomeLate();
                case 1 -> join();
                case 2 -> passUpAndReceive();
                case 3 -> callOut();
                default -> forward();
            }
        }

        private void forward() {
            switch (status) {
                case RAISED -> {
                    if (random.nextInt(10) == 0) {
                        move(DemandVerb.DECLINE, DemandStatus.DECLINED);
                        happened("declined", at, 0);
                    } else {
                        acceptedAt = at;
                        move(DemandVerb.ACCEPT, DemandStatus.ACCEPTED);
                        happened("accepted", at, 0);
                    }
                }
                case ACCEPTED -> move(DemandVerb.ASSIGN, DemandStatus.ASSIGNED);
                case ASSIGNED -> move(DemandVerb.TAKE_UP, DemandStatus.HANDLING);
                case HANDLING -> {
                    if (random.nextInt(6) == 0) {
                        move(DemandVerb.SUSPEND, DemandStatus.SUSPENDED);
                    } else if (random.nextInt(6) == 0) {
                        mergeAndTakeBack();
                    } else {
                        close();
                    }
                }
                case SUSPENDED -> move(DemandVerb.RESUME, DemandStatus.HANDLING);
                case VERIFYING -> close();
                case CLOSED -> judge();
                case SETTLED -> reopen();
                case DECLINED, MERGED -> {
                    // Stays so.
                }
            }
        }

        /** Neither merged nor reopened in the end, whatever lies between. */
        private void mergeAndTakeBack() {
            Instant later = at.plus(Duration.ofMinutes(1 + random.nextInt(3000)));
            if (later.isBefore(now)) {
                move(DemandVerb.MERGE, DemandStatus.MERGED);
                happened("merged", at, 0);
                at = later;
                move(DemandVerb.UNMERGE, DemandStatus.HANDLING);
                happened("unmerged", at, 0);
            }
        }

        private void close() {
            Instant since = acceptedAt == null ? raisedAt : acceptedAt;
            closedAt = at;
            move(DemandVerb.CLOSE, DemandStatus.CLOSED);
            happened("closed", at, Duration.between(since, at).toMinutes());
        }

        private void judge() {
            if (isJudged) {
                return;
            }
            isJudged = true;
            boolean isContacted = random.nextInt(10) > 0;
            boolean isSolved = random.nextInt(3) > 0;
            var satisfaction = any(List.of(DemandEvent.Satisfaction.values()));
            events.add(new DemandEvent.Judged(snapshot(), isContacted, isSolved, satisfaction, at));
            happened("valid", at, 0);
            if (isContacted) {
                happened("contacted", at, 0);
            }
            if (isSolved) {
                happened("solved", at, 0);
            }
            happened(satisfaction.code(), at, 0);
            Instant when = at;
            int closing = reopened;
            records.add(() -> owner.sql("""
                            insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, is_valid, is_contacted, is_solved, satisfaction)
                            values (gen_random_uuid(), :demand, :region, :closing, :at, true, true, :contacted, :solved, :satisfaction)""")
                    .param("demand", id)
                    .param("region", place.value())
                    .param("closing", closing)
                    .param("at", when.atOffset(java.time.ZoneOffset.UTC))
                    .param("contacted", isContacted)
                    .param("solved", isSolved)
                    .param("satisfaction", satisfaction.code())
                    .update());
            move(DemandVerb.JUDGE, DemandStatus.SETTLED);
        }

        private void reopen() {
            reopened++;
            isJudged = false;
            move(DemandVerb.REOPEN, DemandStatus.HANDLING);
            happened("reopened", at, 0);
        }

        private void becomeLate() {
            if (!isLate && status.isOpen()) {
                isLate = true;
                events.add(new DemandEvent.BecameLate(List.of(snapshot()), at));
                happened("late", at, 0);
            }
        }

        private void join() {
            if (status.isOpen()) {
                events.add(new DemandEvent.Joined(snapshot(), at));
                happened("joined", at, 0);
                Instant when = at;
                records.add(() -> owner.sql(
                                "insert into demand_joiner (id, demand_id, region_code, at) values (gen_random_uuid(), :demand, :region, :at)")
                        .param("demand", id)
                        .param("region", place.value())
                        .param("at", when.atOffset(java.time.ZoneOffset.UTC))
                        .update());
            }
        }

        /** 吹哨: one leads, another helps; what came of it belongs to the day of the call. */
        private void callOut() {
            Instant called = at;
            UUID whistle = UUID.randomUUID();
            events(new CalloutEvent.Whistled(snapshot(), 2, called));
            happened("whistled", called, 0);
            records.add(() -> owner.sql("""
                            insert into callout_whistle (id, demand_id, region_code, node_code, reason_code, words, actor, at)
                            values (:id, :demand, :region, :region, 'call_enforcement', '联合执法', '陈立', :at)""")
                    .param("id", whistle)
                    .param("demand", id)
                    .param("region", place.value())
                    .param("at", called.atOffset(java.time.ZoneOffset.UTC))
                    .update());
            for (boolean isLead : new boolean[] {true, false}) {
                happened("called_out", called, 0);
                int came = random.nextInt(3);
                if (came > 0) {
                    events(new CalloutEvent.Arrived(snapshot(), came == 1, called));
                }
                if (came == 1) {
                    happened("arrived_in_time", called, 0);
                }
                CalloutEvent.Grade grade =
                        came > 0 && random.nextBoolean() ? any(List.of(CalloutEvent.Grade.values())) : null;
                if (grade != null) {
                    events(new CalloutEvent.Graded(snapshot(), grade, called));
                    happened("graded", called, 0);
                    happened("graded_" + grade.code(), called, 0);
                }
                UUID callout = UUID.randomUUID();
                records.add(() -> owner.sql("""
                                insert into callout (id, whistle_id, demand_id, region_code, node_code, name, is_lead, words, status, called_at, arrive_due_at,
                                    arrive_warn_at, due_at, warn_at, arrived_at, is_in_time, ended_at, result, grade, graded_at)
                                values (:id, :whistle, :demand, :region, :region, :name, :lead, '请到场', :status, :at, :at, :at, :at, :at, :arrived, :inTime,
                                    :ended, :result, :grade, :ended)""")
                        .param("id", callout)
                        .param("whistle", whistle)
                        .param("demand", id)
                        .param("region", place.value())
                        .param("name", callout.toString())
                        .param("lead", isLead)
                        .param("status", grade != null ? "finished" : came > 0 ? "arrived" : "called")
                        .param("at", called.atOffset(java.time.ZoneOffset.UTC))
                        .param("arrived", came > 0 ? called.atOffset(java.time.ZoneOffset.UTC) : null)
                        .param("inTime", came > 0 ? came == 1 : null)
                        .param("ended", grade == null ? null : called.atOffset(java.time.ZoneOffset.UTC))
                        .param("result", grade == null ? null : "好了")
                        .param("grade", grade == null ? null : grade.code())
                        .update());
            }
        }

        private void events(CalloutEvent event) {
            callouts.add(event);
        }

        private void passUpAndReceive() {
            if (!status.isOpen() || !node.equals(place) || node.equals(RegionFixtures.CHAOYANG)) {
                return;
            }
            Instant offeredAt = at;
            move(DemandVerb.PASS_UP, status);
            happened("passed_up", at, 0);
            if (!pass()) {
                return;
            }
            Instant receivedAt = at;
            RegionCode upper = new RegionCode(place.district());
            if (!upper.equals(RegionFixtures.CHAOYANG)) {
                return;
            }
            Snapshot before = snapshot();
            node = upper;
            events.add(new DemandEvent.Moved(DemandVerb.RECEIVE_TRANSFER, before, snapshot(), at, acceptedAt, null));
            step("receive_transfer", status, at);
            happened("received", at, 0);
            records.add(() -> owner.sql("""
                            insert into demand_transfer (id, demand_id, region_code, direction, from_node, to_node, words, offered_at, offered_by, ended_at, outcome)
                            values (gen_random_uuid(), :demand, :region, 'up', :region, :upper, '超出权限', :offered, :account, :ended, 'received')""")
                    .param("demand", id)
                    .param("region", place.value())
                    .param("upper", upper.value())
                    .param("offered", offeredAt.atOffset(java.time.ZoneOffset.UTC))
                    .param("ended", receivedAt.atOffset(java.time.ZoneOffset.UTC))
                    .param("account", account)
                    .update());
        }

        private void move(DemandVerb verb, DemandStatus to) {
            Snapshot before = snapshot();
            DemandStatus from = status;
            status = to;
            events.add(new DemandEvent.Moved(verb, before, snapshot(), at, acceptedAt, null));
            step(verb.code(), from, at);
        }

        private Snapshot snapshot() {
            return new Snapshot(new DemandId(id), place, node, kind, channel, status, isLate, raisedAt);
        }

        private void happened(String what, Instant when, long minutes) {
            happenings.add(new Happening(what, place, day(when), kind, channel, minutes));
        }

        private void step(String verb, @Nullable DemandStatus from, Instant when) {
            DemandStatus to = status;
            records.add(() -> owner.sql("""
                            insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, actor, node_code)
                            values (gen_random_uuid(), :demand, :region, :at, :verb, :from, :to, '陈立', :region)""")
                    .param("demand", id)
                    .param("region", place.value())
                    .param("at", when.atOffset(java.time.ZoneOffset.UTC))
                    .param("verb", verb)
                    .param("from", from == null ? null : from.code())
                    .param("to", to.code())
                    .update());
        }

        private void write() {
            number++;
            owner.sql("""
                            insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, resume_status,
                                node_code, first_node_code, accepted_at, closed_at, clock_rule_id, due_at, warn_at, paused_at, review_on, is_late, reopen_count)
                            values (:id, :number, :region, '暖气不热', '暖气不热', :kind, :channel, true, :raised, :status, :at, :resume,
                                :node, :region, :accepted, :closed, (select id from clock_rule limit 1), :raised, :raised, :paused, :review, :late, :reopened)""")
                    .param("id", id)
                    .param("number", run + number)
                    .param("region", place.value())
                    .param("kind", kind)
                    .param("channel", channel)
                    .param("raised", raisedAt.atOffset(java.time.ZoneOffset.UTC))
                    .param("status", status.code())
                    .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                    .param("resume", status == DemandStatus.SUSPENDED ? "handling" : null)
                    .param("node", node.value())
                    .param("accepted", acceptedAt == null ? null : acceptedAt.atOffset(java.time.ZoneOffset.UTC))
                    .param("closed", closedAt == null ? null : closedAt.atOffset(java.time.ZoneOffset.UTC))
                    .param("paused", status == DemandStatus.SUSPENDED ? at.atOffset(java.time.ZoneOffset.UTC) : null)
                    .param("review", status == DemandStatus.SUSPENDED ? LocalDate.of(2027, 1, 1) : null)
                    .param("late", isLate)
                    .param("reopened", reopened)
                    .update();
            records.forEach(Runnable::run);
        }

        private static LocalDate day(Instant when) {
            return LocalDate.ofInstant(when, Time.ZONE);
        }
    }
}
