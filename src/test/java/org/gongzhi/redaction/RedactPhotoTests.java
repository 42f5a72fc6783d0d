package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RedactPhotoTests {

    private static final Area LEFT = new Area(0.0, 0.0, 0.25, 1.0);
    private static final Area RIGHT = new Area(0.75, 0.0, 0.25, 1.0);

    @AutoClose
    private static final RedactionWorld world = new RedactionWorld();

    private final DemandId id = world.raised();
    private final UUID file = world.photographed(id);

    private Outcome<RedactPhoto.Covered> cover(Actor by, UUID photo, List<Area> areas) {
        return world.bean(RedactPhoto.class).cover(by, id, world.version(id), photo, areas, "number", null);
    }

    @Test
    void theCoveredPhotoIsAnotherFileAndTheOriginalIsGoneFromSight() {
        UUID shown = cover(world.secretary, file, List.of(LEFT)).orThrow().file();

        assertThat(shown).isNotEqualTo(file);
        assertThat(world.content(file)).isNull();
        assertThat(world.isBlack(shown, 0.1, 0.5)).isTrue();
        assertThat(world.isBlack(shown, 0.5, 0.5)).isFalse();
        assertThat(world.text("select file_id::text from demand_file where demand_id = :id", id))
                .isEqualTo(shown.toString());
        assertThat(world.seals(id)).isEqualTo(1);
    }

    @Test
    void moreIsCoveredOnTheOriginalAndEachCoverIsTakenAwayAlone() {
        byte[] before = world.content(file);
        RedactPhoto.Covered left = cover(world.secretary, file, List.of(LEFT)).orThrow();
        RedactPhoto.Covered right =
                cover(world.secretary, left.file(), List.of(RIGHT)).orThrow();
        assertThat(world.isBlack(right.file(), 0.1, 0.5)).isTrue();
        assertThat(world.isBlack(right.file(), 0.9, 0.5)).isTrue();
        assertThat(world.seals(id)).isEqualTo(1);

        RestoreOriginal restore = world.bean(RestoreOriginal.class);
        restore.restore(world.secretary, left.id(), world.version(id), "看错了").orThrow();
        UUID shown = UUID.fromString(world.text("select file_id::text from demand_file where demand_id = :id", id));
        assertThat(world.isBlack(shown, 0.1, 0.5)).isFalse();
        assertThat(world.isBlack(shown, 0.9, 0.5)).isTrue();

        restore.restore(world.secretary, right.id(), world.version(id), "看错了").orThrow();
        assertThat(world.content(file)).isEqualTo(before);
        assertThat(world.content(shown)).isNull();
        assertThat(world.seals(id)).isZero();
    }

    @Test
    void onlyAPictureOfTheCaseIsCoveredAndOnlyInsideIt() {
        UUID another = world.photographed(world.raised());
        refused("redaction.photo-unknown", world::traces, () -> cover(world.secretary, another, List.of(LEFT)));
        refused("redaction.areas-out-of-range", world::traces, () -> cover(world.secretary, file, List.of()));
        refused(
                "redaction.areas-out-of-range",
                world::traces,
                () -> cover(world.secretary, file, List.of(new Area(0.9, 0, 0.2, 1))));
        refused("redaction.not-yours", world::traces, () -> cover(world.clerk, file, List.of(LEFT)));
    }

    @Test
    void whatLeftTheCaseMeanwhileIsNotBroughtBack() {
        RedactPhoto.Covered covered =
                cover(world.secretary, file, List.of(LEFT)).orThrow();
        world.owner
                .sql("delete from demand_file where demand_id = :id")
                .param("id", id.value())
                .update();
        refused(
                "redaction.original-gone",
                world::traces,
                () -> world.bean(RestoreOriginal.class)
                        .restore(world.secretary, covered.id(), world.version(id), "看错了"));
    }
}
