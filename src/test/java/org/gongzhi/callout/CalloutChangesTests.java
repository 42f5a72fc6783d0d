package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What holds for every change of a call, whichever verb it is. */
class CalloutChangesTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    private final AnswerCall answer = world.bean(AnswerCall.class);

    @Test
    void whoeverIsSlowerIsToldWhoWasFasterAndWhatTheyDid() {
        CalloutId id = world.called();
        answer.arrive(world.enforcement, id, 0, "到场").orThrow();
        Outcome<Receipt> slower = answer.refuse(world.enforcement, id, 0, "call_not_ours", "不归我们管");
        assertThat(slower).isInstanceOf(Outcome.Refused.class);
        Outcome.Refused<Receipt> refused = (Outcome.Refused<Receipt>) slower;
        assertThat(refused.reason()).isEqualTo(CalloutRefusal.CHANGED_MEANWHILE);
        assertThat(refused.current())
                .containsEntry("version", 1)
                .containsEntry("status", "arrived")
                .containsEntry("by", "李队（综合执法队）")
                .containsEntry("verb", "arrive");
        assertThat(world.now(id).status()).isEqualTo(CalloutStatus.ARRIVED);
    }

    @Test
    void whatWasReadBeforeAnothersChangeIsNeverWritten() {
        CalloutId id = world.called();
        Callout stale = world.now(id);
        answer.arrive(world.enforcement, id, 0, "到场").orThrow();
        assertThatThrownBy(() -> world.transactions().write(world.enforcement, () -> {
                    world.bean(Callouts.class).update(stale);
                    return Outcome.done(true);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.now(id).status()).isEqualTo(CalloutStatus.ARRIVED);
    }

    @Test
    void whatIsOnlySaidMakesNobodyStale() {
        CalloutId id = world.arrived();
        answer.noteProgress(world.enforcement, id, "已拆一半", List.of()).orThrow();
        assertThat(world.version(id)).isEqualTo(1);
        answer.finish(world.enforcement, id, 1, "拆完了", null, List.of()).orThrow();
    }

    @Test
    void whoeverDoesNotSeeTheCaseKnowsOfNoCall() {
        CalloutId id = world.called();
        world.refused(CalloutRefusal.UNKNOWN, w -> answer.arrive(w.sanitation, id, 0, null));
        world.refused(
                CalloutRefusal.UNKNOWN, w -> answer.arrive(w.enforcement, new CalloutId(UUID.randomUUID()), 0, null));
    }

    @Test
    void moreFilesThanAreShownAreRefusedAndNothingIsRecorded() {
        CalloutId id = world.arrived();
        List<UUID> files =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(7).toList();
        world.refused(CalloutRefusal.TOO_MANY_FILES, w -> answer.noteProgress(w.enforcement, id, "照片", files));
        world.refused(
                CalloutRefusal.FILE_NOT_YOURS, w -> answer.noteProgress(w.enforcement, id, "照片", files.subList(0, 1)));
    }
}
