package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.callout.CalloutEvent.Grade;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GradeCallTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    private final GradeCall grade = world.bean(GradeCall.class);

    @Test
    void theStreetJudgesWhatWasDoneOnce() {
        CalloutId id = world.finished();
        int version = world.version(id);
        world.refused(CalloutRefusal.GRADE_UNKNOWN, w -> grade.grade(w.officer, id, version, "good", "好"));
        world.refused(CalloutRefusal.WORDS_MISSING, w -> grade.grade(w.officer, id, version, "not_in_place", ""));
        world.refused(CalloutRefusal.ONLY_THE_STREET, w -> grade.grade(w.districtOfficer, id, version, "in_place", ""));
        world.refused(CalloutRefusal.ONLY_THE_STREET, w -> grade.grade(w.enforcement, id, version, "in_place", ""));
        grade.grade(world.officer, id, version, "in_place", null).orThrow();
        assertThat(world.waiting(id)).isEmpty();
        assertThat(world.history(world.now(id).task().demand())).last().isEqualTo("respond_to_call 综合执法队：街道评价为到位");
        assertThat(world.events)
                .anyMatch(event -> event instanceof CalloutEvent.Graded graded && graded.grade() == Grade.IN_PLACE);
        world.refused(CalloutRefusal.GRADED_ALREADY, w -> grade.grade(w.officer, id, version + 1, "mostly", "改"));
    }

    @Test
    void whatIsNotOverIsNotJudgedAndWhatNeedNotComeNeither() {
        CalloutId id = world.arrived();
        world.refused(CalloutRefusal.NOT_ENDED_YET, w -> grade.grade(w.officer, id, 1, "in_place", ""));
        CalloutId released = world.refused();
        world.bean(DecideOnCall.class)
                .rule(world.officer, released, 1, true, "不归")
                .orThrow();
        world.refused(CalloutRefusal.NOTHING_TO_GRADE, w -> grade.grade(w.officer, released, 2, "in_place", ""));
        CalloutId withdrawn = world.called();
        world.bean(DecideOnCall.class)
                .withdraw(world.officer, withdrawn, 0, "一直没来")
                .orThrow();
        grade.grade(world.officer, withdrawn, 1, "not_in_place", "一直没来").orThrow();
    }

    @Test
    void theJudgedOneAnswersOnce() {
        CalloutId id = world.finished();
        int version = world.version(id);
        world.refused(CalloutRefusal.NOT_GRADED_YET, w -> grade.answer(w.enforcement, id, version, "我们到了"));
        CalloutId graded = world.graded();
        int now = world.version(graded);
        world.refused(CalloutRefusal.ONLY_THE_CALLED, w -> grade.answer(w.officer, graded, now, "替他说"));
        world.refused(CalloutRefusal.WORDS_MISSING, w -> grade.answer(w.enforcement, graded, now, " "));
        grade.answer(world.enforcement, graded, now, "当天有重大活动保障").orThrow();
        assertThat(world.now(graded).judgement())
                .isNotNull()
                .extracting(Callout.Judgement::answer)
                .isEqualTo("当天有重大活动保障");
        world.refused(CalloutRefusal.ANSWERED_ALREADY, w -> grade.answer(w.enforcement, graded, now + 1, "再说"));
    }
}
