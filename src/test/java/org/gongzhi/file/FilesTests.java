package org.gongzhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.Pictures;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FilesTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Kernel kernel = Kernel.on(database);
    private static final Clock clock = Clock.system(Time.ZONE);

    private final Files files = new Files(kernel.transactions(), kernel.sql(), clock);
    private final Files tomorrow =
            new Files(kernel.transactions(), kernel.sql(), Clock.offset(clock, Duration.ofHours(25)));
    private final Actor clerk = Kernel.clerk();

    private UUID stored() {
        return files.store(clerk, RegionFixtures.YONGANLI_GRID_1, "水管.png", Pictures.png(500, 400))
                .orThrow();
    }

    private boolean isThere(Actor actor, UUID file) {
        return kernel.transactions().read(actor, () -> files.describe(file)).isPresent();
    }

    private boolean attached(UUID file) {
        return kernel.transactions()
                .write(clerk, () -> Outcome.done(files.attach(clerk, List.of(file))))
                .orThrow();
    }

    @Test
    void whatWasStoredComesBack() {
        UUID file = stored();

        Files.Content content =
                kernel.transactions().read(clerk, () -> files.open(file)).orElseThrow();
        Files.Content thumbnail = kernel.transactions()
                .read(clerk, () -> files.openThumbnail(file))
                .orElseThrow();

        assertThat(content.name()).isEqualTo("水管.png");
        assertThat(content.isImage()).isTrue();
        assertThat(Pictures.read(content.bytes().array()).getWidth()).isEqualTo(500);
        assertThat(Pictures.read(thumbnail.bytes().array()).getWidth()).isEqualTo(320);
    }

    @Test
    void theCommunityNextDoorDoesNotSeeItAndCannotStoreHere() {
        UUID file = stored();

        assertThat(isThere(clerk, file)).isTrue();
        assertThat(isThere(Kernel.neighbour(), file)).isFalse();
        assertThat(files.store(Kernel.neighbour(), RegionFixtures.YONGANLI, "a.png", Pictures.png(9, 9)))
                .isEqualTo(Outcome.invalid("region", FileRefusal.OUTSIDE_SCOPE));
    }

    @Test
    void aFileIsAttachedToOneFormOnly() {
        UUID file = stored();

        assertThat(attached(file)).isTrue();
        assertThat(attached(file)).isFalse();
        assertThat(attached(UUID.randomUUID())).isFalse();
    }

    @Test
    void whatNobodyAttachedIsSweptAfterADayAndNothingElse() {
        UUID forgotten = stored();
        UUID used = stored();
        attached(used);

        files.sweep();
        assertThat(isThere(clerk, forgotten)).isTrue();

        assertThat(tomorrow.sweep()).isPositive();
        assertThat(isThere(clerk, forgotten)).isFalse();
        assertThat(isThere(clerk, used)).isTrue();
    }

    @Test
    void aResultIsReadByItsOwnerAloneAndNeverSwept() {
        Actor colleague = Kernel.somebody(
                "同事",
                org.gongzhi.kernel.DutyKind.COMMUNITY_CLERK,
                RegionFixtures.YONGANLI,
                RegionFixtures.YONGANLI.value() + 1_000);
        UUID result = kernel.transactions()
                .write(
                        clerk,
                        () -> Outcome.done(files.storeResult(
                                clerk.node(),
                                clerk.account(),
                                "台账.csv",
                                "text/csv",
                                new ByteArrayInputStream(new byte[] {65}))))
                .orThrow();
        tomorrow.sweep();

        assertThat(isThere(clerk, result)).isTrue();
        assertThat(isThere(colleague, result)).isFalse();
        assertThat(kernel.transactions().read(clerk, () -> files.openThumbnail(result)))
                .isEmpty();
        assertThat(kernel.transactions().<Integer>asWorker("sweep", () -> files.discard(List.of(result))))
                .isEqualTo(1);
        assertThat(isThere(clerk, result)).isFalse();
    }

    @Test
    void aResultThatCannotBeReadIsNotHalfStored() {
        InputStream broken = new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[9]), new BrokenStream());

        assertThatThrownBy(() -> kernel.transactions()
                        .write(
                                clerk,
                                () -> Outcome.done(
                                        files.storeResult(clerk.node(), clerk.account(), "a.csv", "text/csv", broken))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aBrowserShowsPicturesAndDownloadsTheRest() {
        var picture =
                new Files.Content(UUID.randomUUID(), "水管.png", "image/png", new Bytes(new byte[1]), clock.instant());
        var paper = new Files.Content(
                UUID.randomUUID(), "通知.pdf", "application/pdf", new Bytes(new byte[1]), clock.instant());

        assertThat(FileAnswer.of(picture).getHeaders().getFirst("Content-Disposition"))
                .startsWith("inline");
        assertThat(FileAnswer.of(paper).getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf");
        assertThat(FileAnswer.of(paper).getHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");
        assertThat(FileAnswer.of(paper).getHeaders().getCacheControl()).contains("private");
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("disk");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("disk");
        }
    }
}
