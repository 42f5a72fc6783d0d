package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RedactWordsTests {

    @AutoClose
    private static final RedactionWorld world = new RedactionWorld();

    private final DemandId id = world.raised();

    private Outcome<?> attempt(Actor by, String words, String reason, String note) {
        return world.bean(RedactWords.class).cover(by, id, world.version(id), words, reason, note);
    }

    private void isRefused(String code, Actor by, String words, String reason, String note) {
        refused(code, world::traces, () -> attempt(by, words, reason, note));
    }

    @Test
    void coveredWordsStandNowhereAnyMoreAndTheSearchDoesNotKnowThem() {
        world.photographed(id);
        assertThat(world.text("select search::text from demand where id = :id", id))
                .contains("小明");
        RedactWords.Covered covered =
                world.cover(world.secretary, id, RedactionWorld.NAME).orThrow();

        assertThat(covered.places())
                .as("case, step, call-back, to-do, name of the file")
                .isEqualTo(5);
        assertThat(covered.version()).isEqualTo(world.version(id));
        assertThat(world.everything(id))
                .doesNotContain(RedactionWorld.NAME, "小明")
                .contains(
                        "■■天天半夜唱歌",
                        "■■家",
                        "已找■■谈话",
                        "已和■■谈过",
                        "■■接的电话",
                        "■■.png",
                        "已受理",
                        "遮盖了 5 处文字。理由：点名指责，未经查实，正在核实");
        assertThat(world.text("select public_title from demand where id = :id", id))
                .isEqualTo("■■天天半夜唱歌");
        assertThat(world.seals(id)).as("five texts and the words").isEqualTo(6);
    }

    @Test
    void whatWasAnsweredIsCoveredTooAndTheQuestionsAndAYesStand() {
        world.cover(world.secretary, id, RedactionWorld.NAME).orThrow();
        world.cover(world.secretary, id, "夜里").orThrow();
        assertThat(world.answers(id)).containsExactly("是谁家 ■■一家", "什么时候 ■■、■■在家时", "以前说过吗 是");
        assertThat(world.text("select search::text from demand where id = :id", id))
                .as("found by what is left of an answer")
                .contains("'一家'")
                .doesNotContain("小明");
        isRefused("redaction.words-not-found", world.secretary, "yes", "privacy", "");
        isRefused("redaction.words-not-found", world.secretary, "是谁家", "privacy", "");
    }

    @Test
    void ofACaseWhoseTermIsOverNoOriginalIsKept() {
        world.owner
                .sql("update demand set anonymized_at = now() where id = :id")
                .param("id", id.value())
                .update();
        UUID covered =
                world.cover(world.secretary, id, RedactionWorld.NAME).orThrow().id();
        assertThat(world.everything(id)).doesNotContain(RedactionWorld.NAME);
        assertThat(world.seals(id)).isZero();
        refused(
                "redaction.original-gone",
                world::traces,
                () -> world.bean(LookAtOriginal.class).look(world.secretary, covered, "legal", null));
    }

    @Test
    void whoDoesNotDecideForTheCaseCoversNothing() {
        isRefused("redaction.not-yours", world.clerk, "三单元502", "privacy", "");
        isRefused("redaction.not-yours", world.leader, "三单元502", "privacy", "");
        isRefused("demand.outside-your-territory", world.neighbour, "三单元502", "privacy", "");
    }

    @Test
    void wordsMustStandThereAndTheReasonMustNotSayThem() {
        isRefused("redaction.words-out-of-range", world.secretary, "王", "privacy", "");
        isRefused("redaction.words-out-of-range", world.secretary, "王■", "privacy", "");
        isRefused("redaction.words-not-found", world.secretary, "不在这里的字", "privacy", "");
        isRefused("redaction.reason-missing", world.secretary, "三单元502", "whim", "");
        isRefused("redaction.note-missing", world.secretary, "三单元502", "other", " ");
        isRefused("redaction.note-too-long", world.secretary, "三单元502", "privacy", "长".repeat(201));
        isRefused("redaction.note-says-it", world.secretary, "三单元502", "privacy", "他家是三单元502");
    }

    @Test
    void whoSawAnEarlierPageIsToldSo() {
        int seen = world.version(id);
        world.cover(world.secretary, id, "三单元502").orThrow();
        refused(
                "demand.changed-meanwhile",
                world::traces,
                () -> world.bean(RedactWords.class)
                        .cover(world.secretary, id, seen, RedactionWorld.NAME, "privacy", null));
    }
}
