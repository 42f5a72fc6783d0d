package org.gongzhi.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.archive.PastDemand;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.demo.DemoPeople.Department;
import org.gongzhi.demo.DemoPeople.Person;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.question.Answered;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/** A demand as it is being made up: where it stands, and every step that brought it there. */
class DemoCase {

    final Random random;
    final Instant now;
    final DemoPeople.Staff staff;
    final DemoDemands.Place place;
    final Region region;
    final String building;
    final DemoStories.Story story;
    final DemoSpots.@Nullable Spot spot;
    final DemoDemands.Limit limit;
    final Instant raisedAt;
    final String channel;
    final Person clerk;
    final Person secretary;
    final List<PastDemand.Step> steps = new ArrayList<>();
    final List<PastDemand.CallBack> callBacks = new ArrayList<>();
    final UUID id;
    final List<Answered> answers;

    DemandStatus status = DemandStatus.RAISED;
    Instant at;
    RegionCode node;
    Instant dueAt;
    Instant warnAt;

    @Nullable
    Department department;

    @Nullable
    Person handler;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant verifiedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant settledAt;

    @Nullable
    Instant pausedAt;

    @Nullable
    LocalDate reviewOn;

    @Nullable
    String reasonCode;

    @Nullable
    String reasonWords;

    PastDemand.@Nullable Transfer transfer;

    @Nullable
    DemandStatus resumeStatus;

    int reopens;

    DemoCase(DemoDemands.Scene scene, DemoPeople.Staff staff, Random random, Instant now) {
        this.random = random;
        this.now = now;
        this.staff = staff;
        place = scene.place();
        region = scene.region();
        building = scene.building();
        story = scene.story();
        spot = scene.spot();
        limit = scene.limit();
        channel = scene.channel();
        raisedAt = scene.raisedAt();
        id = DemoTerritory.id(random);
        // A source of their own: the year stays the one it was before anything was asked.
        answers = DemoQuestions.answers(scene, new Random(id.getLeastSignificantBits()));
        at = raisedAt;
        node = place.community().code();
        dueAt = raisedAt.plus(limit.time());
        warnAt = raisedAt.plus(limit.warn());
        clerk = staff.clerk(node);
        secretary = staff.secretary(node);
    }

    /** The demand as it now stands. */
    PastDemand written() {
        boolean isOpen = status.isOpen();
        return new PastDemand(
                id,
                region.code(),
                story.title(),
                story.words(),
                story.kind(),
                channel,
                place.community().shortName() + (story.spot() == null ? building : story.spot()),
                spot == null ? null : spot.lng(),
                spot == null ? null : spot.lat(),
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
                answers,
                steps,
                callBacks,
                transfer);
    }

    /** Lets some of the kind's own time pass; false, and no time passes, when that would be the future. */
    boolean pass(double from, double to) {
        double part = from + random.nextDouble() * (to - from);
        Instant later = at.plus(Duration.ofSeconds((long) (part * limit.time().toSeconds()) + 60));
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

    void move(
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

    void step(
            DemandVerb verb,
            @Nullable DemandStatus from,
            @Nullable Person by,
            @Nullable String toName,
            String words,
            @Nullable String plain) {
        steps.add(stepOf(verb, from, status, by, toName, words, plain));
    }

    private PastDemand.Step stepOf(
            DemandVerb verb,
            @Nullable DemandStatus from,
            DemandStatus to,
            @Nullable Person by,
            @Nullable String toName,
            String words,
            @Nullable String plain) {
        Department given = department;
        UUID byDepartment = given != null && given.handler().equals(by) ? given.id() : null;
        return new PastDemand.Step(
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

    boolean isSelfRaised() {
        return channel.equals("online");
    }
}
