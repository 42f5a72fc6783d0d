package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealFixtures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LookAtOriginalTests {

    @AutoClose
    private static final RedactionWorld world = new RedactionWorld();

    private final DemandId id = world.raised();
    private final UUID redaction =
            world.cover(world.secretary, id, RedactionWorld.NAME).orThrow().id();

    private Outcome<LookAtOriginal.Opened> look(Actor by, UUID what, String purpose, String words) {
        return world.bean(LookAtOriginal.class).look(by, what, purpose, words);
    }

    @Test
    void aLeadSeesWhatWasCoveredAndTheLookIsOnRecord() {
        LookAtOriginal.Opened opened =
                look(world.leader, redaction, "legal", "复议 2026-118").orThrow();
        assertThat(opened.words()).isEqualTo(RedactionWorld.NAME);
        assertThat(opened.texts())
                .contains("王小明天天半夜唱歌，他住三单元502，王小明还骂人", "已找王小明谈话")
                .doesNotHaveDuplicates();
        assertThat(world.bean(Transactions.class)
                        .read(world.clerk, () -> world.bean(Redactions.class).looks(id.value())))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.looker()).isEqualTo("何静");
                    assertThat(look.purpose()).isEqualTo("legal");
                    assertThat(look.words()).isEqualTo("复议 2026-118");
                });
        assertThat(world.everything(id)).contains("redaction.look").doesNotContain(RedactionWorld.NAME);
    }

    @Test
    void withoutAPurposeOrTheDutyNothingIsOpened() {
        refused("redaction.only-a-lead-opens", world::traces, () -> look(world.clerk, redaction, "legal", ""));
        refused("redaction.unknown", world::traces, () -> look(world.neighbour, redaction, "legal", ""));
        refused("redaction.purpose-missing", world::traces, () -> look(world.secretary, redaction, "curiosity", ""));
        refused("redaction.note-missing", world::traces, () -> look(world.secretary, redaction, "other", ""));
        refused("redaction.note-says-it", world::traces, () -> look(world.secretary, redaction, "other", "王小明的事"));
    }

    @Test
    void whatWasBroughtBackOrHasGoneIsNotOpened() {
        UUID photo = world.bean(RedactPhoto.class)
                .cover(
                        world.secretary,
                        id,
                        world.version(id),
                        world.photographed(id),
                        List.of(new Area(0, 0, 0.5, 0.5)),
                        "number",
                        null)
                .orThrow()
                .id();
        assertThat(look(world.secretary, photo, "verification", "").orThrow().mediaType())
                .isEqualTo("image/png");
        world.owner
                .sql("delete from redaction_seal where demand_id = :id")
                .param("id", id.value())
                .update();
        refused("redaction.original-gone", world::traces, () -> look(world.secretary, photo, "verification", ""));
        refused("redaction.original-gone", world::traces, () -> look(world.secretary, redaction, "verification", ""));
        DemandId other = world.raised();
        UUID back = world.cover(world.secretary, other, "三单元502").orThrow().id();
        world.bean(RestoreOriginal.class)
                .restore(world.secretary, back, world.version(other), "已查实")
                .orThrow();
        refused("redaction.restored-already", world::traces, () -> look(world.secretary, back, "verification", ""));
    }

    @Test
    void aNewKeySealsTheOriginalsToo() {
        RedactionSeals seals = world.bean(RedactionSeals.class);
        String fingerprint = SealFixtures.newKey(world.bean(Keys.class), world.bean(Transactions.class));
        long rows = seals.rows();
        assertThat(seals.code()).isEqualTo("redaction");
        assertThat(rows).isGreaterThanOrEqualTo(5);
        assertThat(seals.left(fingerprint)).isEqualTo(rows);
        var walked = seals.walk(null, 500);
        assertThat((long) walked.changed()).isEqualTo(rows);
        assertThat(seals.walk(walked.last(), 500).last()).isNull();
        assertThat(seals.left(fingerprint)).isZero();
        assertThat(look(world.secretary, redaction, "restore", "").orThrow().words())
                .isEqualTo(RedactionWorld.NAME);
    }
}
