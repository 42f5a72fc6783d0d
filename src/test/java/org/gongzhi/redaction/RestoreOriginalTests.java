package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RestoreOriginalTests {

    @AutoClose
    private static final RedactionWorld world = new RedactionWorld();

    private final DemandId id = world.raised();

    private Outcome<RestoreOriginal.Restored> restore(Actor by, UUID redaction, String note) {
        return world.bean(RestoreOriginal.class).restore(by, redaction, world.version(id), note);
    }

    @Test
    void whatOthersCoverStaysCoveredAndWhatWasWrittenSinceStays() {
        UUID name =
                world.cover(world.secretary, id, RedactionWorld.NAME).orThrow().id();
        UUID door = world.cover(world.secretary, id, "三单元502").orThrow().id();
        world.owner
                .sql("update todo set note = '已派单' where subject_id = :id")
                .param("id", id.value())
                .update();
        assertThat(world.text("select words from demand where id = :id", id)).isEqualTo("■■天天半夜唱歌，他住■■，■■还骂人");

        restore(world.leader, name, "已查实").orThrow();
        assertThat(world.text("select words from demand where id = :id", id)).isEqualTo("王小明天天半夜唱歌，他住■■，王小明还骂人");
        assertThat(world.text("select search::text from demand where id = :id", id))
                .contains("小明")
                .doesNotContain("502");
        assertThat(world.text("select title || ' ' || note from todo where subject_id = :id", id))
                .isEqualTo("王小明天天半夜唱歌 已派单");
        assertThat(world.seals(id)).as("the case and the door").isEqualTo(2);

        restore(world.secretary, door, "无关他人").orThrow();
        assertThat(world.text("select words from demand where id = :id", id)).isEqualTo("王小明天天半夜唱歌，他住三单元502，王小明还骂人");
        assertThat(world.seals(id)).isZero();
        refused("redaction.restored-already", world::traces, () -> restore(world.secretary, door, "再来"));
    }

    @Test
    void whatWasAnsweredComesBackAsItWasSaid() {
        List<String> said = world.answers(id);
        UUID name =
                world.cover(world.secretary, id, RedactionWorld.NAME).orThrow().id();
        UUID night = world.cover(world.secretary, id, "夜里").orThrow().id();
        restore(world.secretary, name, "已查实").orThrow();
        assertThat(world.answers(id)).containsExactly("是谁家 王小明一家", "什么时候 ■■、王小明在家时", "以前说过吗 是");
        restore(world.secretary, night, "无关他人").orThrow();
        assertThat(world.answers(id)).isEqualTo(said);
    }

    @Test
    void whatWasCorrectedMeanwhileStaysCoveredAndComesBackAsItWasCorrected() {
        UUID name =
                world.cover(world.secretary, id, RedactionWorld.NAME).orThrow().id();
        world.correct(id, "每晚十一点有人唱歌", "王小明每晚十一点唱歌，不是半夜");
        assertThat(world.text("select words from demand where id = :id", id)).isEqualTo("■■每晚十一点唱歌，不是半夜");
        assertThat(world.text("select search::text from demand where id = :id", id))
                .contains("十一")
                .doesNotContain("天天", "502");
        assertThat(world.text("select title from todo where subject_id = :id", id))
                .as("a to-do says what the case says")
                .isEqualTo("每晚十一点有人唱歌");
        assertThat(world.everything(id)).doesNotContain("三单元502");

        restore(world.secretary, name, "已查实").orThrow();
        assertThat(world.text("select words from demand where id = :id", id)).isEqualTo("王小明每晚十一点唱歌，不是半夜");
        assertThat(world.text("select title || ' ' || public_title from demand where id = :id", id))
                .startsWith("每晚十一点有人唱歌 每晚");
        assertThat(world.text("select title from todo where subject_id = :id", id))
                .isEqualTo("每晚十一点有人唱歌");
    }

    @Test
    void whatIsCorrectedIsSealedAsItWasAndWhatIsRightAlreadyLeavesNothing() {
        world.correct(id, null, "换一种说法");
        assertThat(world.seals(id)).isEqualTo(1);
        world.correct(id, "王小明天天半夜唱歌", "换一种说法");
        assertThat(world.seals(id)).as("nothing was changed").isEqualTo(1);
    }

    @Test
    void onlyTheLeadThereAndAboveBringBackAndOnlyWithAReason() {
        UUID redaction = world.cover(world.secretary, id, "三单元502").orThrow().id();
        refused("redaction.only-a-lead-opens", world::traces, () -> restore(world.clerk, redaction, "看看"));
        refused("redaction.only-a-lead-opens", world::traces, () -> restore(world.officer, redaction, "看看"));
        refused("redaction.unknown", world::traces, () -> restore(world.neighbour, redaction, "看看"));
        refused("redaction.unknown", world::traces, () -> restore(world.secretary, new UUID(1, 2), "看看"));
        refused("redaction.note-missing", world::traces, () -> restore(world.secretary, redaction, " "));
        refused("redaction.note-too-long", world::traces, () -> restore(world.secretary, redaction, "长".repeat(201)));
    }

    @Test
    void whatHasGoneByItsTermDoesNotComeBack() {
        UUID redaction = world.cover(world.secretary, id, "三单元502").orThrow().id();
        world.owner
                .sql("delete from redaction_seal where demand_id = :id")
                .param("id", id.value())
                .update();
        refused("redaction.original-gone", world::traces, () -> restore(world.secretary, redaction, "已查实"));
    }
}
