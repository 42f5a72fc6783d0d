package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandFixtures.COMMUNITY;
import static org.gongzhi.demand.DemandFixtures.HEATING;
import static org.gongzhi.demand.DemandFixtures.MORNING;
import static org.gongzhi.demand.DemandFixtures.RULE;
import static org.gongzhi.demand.DemandFixtures.SOMEONE;
import static org.gongzhi.demand.DemandFixtures.STREET;
import static org.gongzhi.demand.DemandFixtures.TODAY;
import static org.gongzhi.demand.DemandFixtures.accepted;
import static org.gongzhi.demand.DemandFixtures.assigned;
import static org.gongzhi.demand.DemandFixtures.closed;
import static org.gongzhi.demand.DemandFixtures.handled;
import static org.gongzhi.demand.DemandFixtures.later;
import static org.gongzhi.demand.DemandFixtures.raised;
import static org.gongzhi.demand.DemandFixtures.refusalOf;
import static org.gongzhi.demand.DemandFixtures.settled;
import static org.gongzhi.demand.DemandFixtures.suspended;
import static org.gongzhi.demand.DemandFixtures.waitingForVerification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;

class DemandTests {

    @Test
    void acceptanceIsTheFirstDecisionAndHappensOnce() {
        Demand demand = raised().accept(later(4), "12号楼暖气不热").orThrow();
        assertThat(demand.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(demand.marks().acceptedAt()).isEqualTo(later(4));
        assertThat(demand.publicTitle()).isEqualTo("12号楼暖气不热");
        assertThat(refusalOf(demand.accept(later(5), null))).isEqualTo(DemandRefusal.ALREADY_ACCEPTED);
    }

    @Test
    void beforeAcceptanceItGoesBackUpAndAfterwardsOnlyByPassingUp() {
        assertThat(raised().giveBackTo(STREET, later(1)).orThrow().node()).isEqualTo(STREET);
        assertThat(refusalOf(accepted().giveBackTo(STREET, later(5))))
                .isEqualTo(DemandRefusal.ACCEPTED_CANNOT_BE_RETURNED);
    }

    @Test
    void whoWasGivenItMayGiveItBackUntilTheyTakeItUp() {
        Demand back = assigned().giveBackToResponsible(later(12)).orThrow();
        assertThat(back.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(back.departmentId()).isNull();
        assertThat(refusalOf(handled().giveBackToResponsible(later(30))))
                .isEqualTo(DemandRefusal.TAKEN_UP_CANNOT_BE_RETURNED);
    }

    @Test
    void itCanBeDeclinedWithAReasonUntilItIsGivenOut() {
        Demand declined =
                raised().decline(later(3), "private_dispute", "属于小区内部装修纠纷").orThrow();
        assertThat(declined.status()).isEqualTo(DemandStatus.DECLINED);
        assertThat(declined.marks().reasonCode()).isEqualTo("private_dispute");
        assertThat(refusalOf(assigned().decline(later(20), "private_dispute", null)))
                .isEqualTo(DemandRefusal.TOO_LATE_TO_DECLINE);
    }

    @Test
    void itIsGivenOutOnlyAfterAcceptance() {
        assertThat(refusalOf(raised().assign(later(1), HEATING, null))).isEqualTo(DemandRefusal.NOT_ACCEPTED_YET);
        assertThat(accepted().assign(later(6), HEATING, null).orThrow().departmentId())
                .isEqualTo(HEATING);
        assertThat(handled().assign(later(60), null, SOMEONE).orThrow().departmentId())
                .isNull();
        assertThat(refusalOf(closed().assign(later(200), HEATING, null))).isEqualTo(DemandRefusal.NOT_IN_HAND);
    }

    @Test
    void closingNeedsVerificationFirst() {
        assertThat(refusalOf(handled().close(later(60)))).isEqualTo(DemandRefusal.VERIFY_BEFORE_CLOSING);
        assertThat(refusalOf(waitingForVerification().close(later(155))))
                .isEqualTo(DemandRefusal.VERIFY_BEFORE_CLOSING);
        assertThat(closed().status()).isEqualTo(DemandStatus.CLOSED);
        assertThat(closed().marks().closedAt()).isEqualTo(later(170));
    }

    @Test
    void failedVerificationGoesBackToTheHandlerOnTheSameClock() {
        Demand again = waitingForVerification().verify(later(160), false).orThrow();
        assertThat(again.status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(again.handlerId()).isEqualTo(SOMEONE);
        assertThat(again.clock()).isEqualTo(raised().clock());
        assertThat(refusalOf(again.verify(later(161), true))).isEqualTo(DemandRefusal.NOTHING_TO_VERIFY);
    }

    @Test
    void closedIsNotSettledUntilSomeoneConcernedHasSpoken() {
        assertThat(refusalOf(handled().settle(later(60)))).isEqualTo(DemandRefusal.NOT_CLOSED_YET);
        assertThat(settled().status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(refusalOf(settled().settle(later(300)))).isEqualTo(DemandRefusal.NOT_CLOSED_YET);
    }

    @Test
    void reopeningGoesBackToTheHandlerWithAFreshClock() {
        Instant due = later(3 * 24 * 60);
        Demand again = closed().reopen(later(200), RULE, due, later(60 * 54)).orThrow();
        assertThat(again.status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(again.clock().dueAt()).isEqualTo(due);
        assertThat(again.clock().isLate()).isFalse();
        assertThat(again.marks().reopenCount()).isEqualTo(1);
        assertThat(again.marks().verifiedAt()).isNull();
        assertThat(refusalOf(again.reopen(later(201), RULE, due, due))).isEqualTo(DemandRefusal.STILL_OPEN);
    }

    @Test
    void aDeclinedOneIsReopenedAsAccepted() {
        Demand declined = raised().decline(later(3), "private_dispute", null).orThrow();
        Demand again = declined.reopen(later(10), RULE, later(900), later(800)).orThrow();
        assertThat(again.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(again.marks().acceptedAt()).isEqualTo(later(10));
    }

    @Test
    void suspensionPausesTheClockAndResumingGivesBackExactlyTheRest() {
        Demand paused = suspended();
        assertThat(paused.clock().pausedAt()).isEqualTo(later(60));
        Demand resumed = paused.resume(later(60 + 7 * 24 * 60)).orThrow();
        assertThat(resumed.status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(resumed.clock().dueAt()).isEqualTo(raised().clock().dueAt().plus(Duration.ofDays(7)));
        assertThat(resumed.clock().warnAt()).isEqualTo(raised().clock().warnAt().plus(Duration.ofDays(7)));
        assertThat(resumed.clock().pausedAt()).isNull();
        assertThat(refusalOf(resumed.resume(later(99999)))).isEqualTo(DemandRefusal.NOT_SUSPENDED);
    }

    @Test
    void aReviewDayLiesBetweenTomorrowAndNinetyDays() {
        assertThat(refusalOf(handled().suspend(later(60), TODAY, TODAY, "x", "y")))
                .isEqualTo(DemandRefusal.REVIEW_DAY_OUT_OF_RANGE);
        assertThat(refusalOf(handled().suspend(later(60), TODAY, TODAY.plusDays(91), "x", "y")))
                .isEqualTo(DemandRefusal.REVIEW_DAY_OUT_OF_RANGE);
        assertThat(handled()
                        .suspend(later(60), TODAY, TODAY.plusDays(90), "x", "y")
                        .isDone())
                .isTrue();
    }

    @Test
    void anExtensionIsLaterThanTheClockAndWithinThirtyDays() {
        Instant due = raised().clock().dueAt();
        assertThat(refusalOf(handled().askExtension(later(60), due))).isEqualTo(DemandRefusal.EXTENSION_OUT_OF_RANGE);
        assertThat(refusalOf(handled().askExtension(later(60), later(60).plus(Duration.ofDays(31)))))
                .isEqualTo(DemandRefusal.EXTENSION_OUT_OF_RANGE);
        assertThat(handled()
                        .askExtension(later(60), due.plus(Duration.ofDays(2)))
                        .isDone())
                .isTrue();
    }

    @Test
    void aGrantedExtensionMakesALateOneNoLongerLate() {
        Demand late = new Demand(
                handled().id(),
                7,
                handled().origin(),
                DemandStatus.HANDLING,
                MORNING,
                null,
                COMMUNITY,
                HEATING,
                SOMEONE,
                new Demand.Clock(RULE, MORNING, MORNING, null, null, true),
                Demand.Marks.NONE,
                null);
        Demand extended = late.extend(later(60), later(600), later(500)).orThrow();
        assertThat(extended.clock().isLate()).isFalse();
        assertThat(extended.clock().dueAt()).isEqualTo(later(600));
    }

    @Test
    void urgingIsBoundedToOnceADay() {
        Demand urged = handled().urge(later(115)).orThrow();
        assertThat(refusalOf(urged.urge(later(115).plus(Duration.ofHours(23))))).isEqualTo(DemandRefusal.URGED_TODAY);
        assertThat(urged.urge(later(115).plus(Duration.ofHours(24))).isDone()).isTrue();
    }

    @Test
    void theRefusalToUrgeSaysWhenItCanBeDoneAgain() {
        var refused =
                (Outcome.Refused<Demand>) handled().urge(later(115)).orThrow().urge(later(120));
        assertThat(refused.facts()).containsExactly(later(115), later(115).plus(Duration.ofHours(24)));
    }

    @Test
    void mergingNeedsAnotherOpenDemandNearby() {
        Demand other = with(UUID.randomUUID(), accepted());
        assertThat(raised().mergeInto(other, later(5)).orThrow().status()).isEqualTo(DemandStatus.MERGED);
        assertThat(refusalOf(raised().mergeInto(raised(), later(5)))).isEqualTo(DemandRefusal.MERGE_WITH_ITSELF);
        assertThat(refusalOf(raised().mergeInto(with(UUID.randomUUID(), closed()), later(5))))
                .isEqualTo(DemandRefusal.MERGE_TARGET_ENDED);
    }

    @Test
    void theResidentMayJudgeWhenItIsClosedAndAWeekAfterACallBack() {
        assertThat(closed().judgeable(later(9999)).isDone()).isTrue();
        assertThat(settled().judgeable(later(200).plus(Duration.ofDays(6))).isDone())
                .isTrue();
        assertThat(refusalOf(settled().judgeable(later(200).plus(Duration.ofDays(7)))))
                .isEqualTo(DemandRefusal.JUDGING_IS_OVER);
        assertThat(refusalOf(handled().judgeable(later(60)))).isEqualTo(DemandRefusal.NOT_CLOSED_YET);
    }

    @Test
    void receivingMakesTheReceiverResponsibleAndTakesItFromTheHandler() {
        Demand received = handled().receiveAt(STREET, later(90)).orThrow();
        assertThat(received.node()).isEqualTo(STREET);
        assertThat(received.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(received.departmentId()).isNull();
        assertThat(received.clock()).isEqualTo(handled().clock());
    }

    @Test
    void noDecisionEverResetsARunningClock() {
        List<Supplier<Outcome<Demand>>> decisions = List.of(
                () -> raised().accept(later(1), null),
                () -> accepted().assign(later(1), HEATING, null),
                () -> assigned().takeUp(later(1), SOMEONE),
                () -> handled().askVerification(later(1)),
                () -> waitingForVerification().verify(later(1), true),
                () -> waitingForVerification().verify(later(1), false),
                () -> handled().receiveAt(STREET, later(1)),
                () -> handled().supervise(later(1)),
                () -> handled().urge(later(1)));
        assertThat(decisions.stream().map(Supplier::get).map(Outcome::orThrow).map(Demand::clock))
                .allMatch(raised().clock()::equals);
    }

    /** Whatever is refused names a reason; whatever is done moves between open and ended as the statuses say. */
    @Test
    void everyDecisionAtEveryStationIsEitherDoneOrRefusedWithAReason() {
        List<Demand> stations = List.of(
                raised(),
                accepted(),
                assigned(),
                handled(),
                waitingForVerification(),
                closed(),
                settled(),
                suspended(),
                raised().decline(later(1), "x", null).orThrow());
        for (Demand station : stations) {
            long done = decisionsAt(station).filter(Outcome::isDone).count();
            assertThat(done).as(station.status().code()).isPositive();
            decisionsAt(station)
                    .filter(outcome -> !outcome.isDone())
                    .forEach(outcome -> assertThat(refusalOf(outcome)).isNotNull());
        }
    }

    private static Stream<Outcome<Demand>> decisionsAt(Demand demand) {
        Instant now = later(100);
        return Stream.of(
                demand.accept(now, null),
                demand.decline(now, "x", null),
                demand.giveBackTo(STREET, now),
                demand.giveBackToResponsible(now),
                demand.assign(now, HEATING, null),
                demand.takeUp(now, SOMEONE),
                demand.askVerification(now),
                demand.verify(now, true),
                demand.close(now),
                demand.settle(now),
                demand.reopen(now, RULE, now, now),
                demand.inHand(),
                demand.suspend(now, TODAY, TODAY.plusDays(3), "x", "y"),
                demand.resume(now),
                demand.supervise(now),
                demand.urge(now),
                demand.judgeable(now));
    }

    private static Demand with(UUID id, Demand demand) {
        return new Demand(
                new DemandId(id),
                demand.version(),
                demand.origin(),
                demand.status(),
                demand.statusAt(),
                demand.resumeStatus(),
                demand.node(),
                demand.departmentId(),
                demand.handlerId(),
                demand.clock(),
                demand.marks(),
                demand.publicTitle());
    }
}
