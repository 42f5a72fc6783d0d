package org.gongzhi.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTests {

    private static Outcome<Upload> upload(String name, byte[] content) {
        return Upload.of(name, new Bytes(content));
    }

    private static Refusal refusal(String name, byte[] content) {
        return ((Outcome.Refused<Upload>) upload(name, content)).reason();
    }

    @Test
    void aPhotoIsDrawnAnewWithoutWhereAndWhenItWasTaken() {
        byte[] photo = Pictures.photo(400, 300, 1, "GPS 39.9 116.4");
        Upload kept = upload("楼道.jpg", photo).orThrow();

        assertThat(new String(photo, ISO_8859_1)).contains("GPS 39.9 116.4", "Exif");
        assertThat(new String(kept.content().array(), ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(kept.name()).isEqualTo("楼道.jpg");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // tag, width, height, where the red half is: x, y
        "1, 40, 20, 5, 10", "2, 40, 20, 35, 10", "3, 40, 20, 35, 10", "4, 40, 20, 5, 10",
        "5, 20, 40, 10, 5", "6, 20, 40, 10, 5", "7, 20, 40, 10, 35", "8, 20, 40, 10, 35"
    })
    void aPhotoStandsUprightHoweverThePhoneWasHeld(int tag, int width, int height, int x, int y) {
        Upload kept = upload("a.jpg", Pictures.photo(40, 20, tag, "")).orThrow();
        BufferedImage image = Pictures.read(kept.content().array());

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(Pictures.isRed(image, x, y)).isTrue();
        assertThat(Pictures.isRed(image, width - 1 - x, height - 1 - y)).isFalse();
    }

    @Test
    void anUnreadableOrientationIsUpright() {
        byte[] photo = Pictures.photo(40, 20, 99, "");
        byte[] cutOff = Arrays.copyOf(photo, 20);

        assertThat(Orientation.of(photo)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(cutOff)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(new byte[] {1, 2})).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(Pictures.jpeg(8, 8))).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void aLargePictureIsMadeSmallerAndASmallOneIsLeft() {
        Upload large = upload("a.jpg", Pictures.jpeg(5_000, 2_500)).orThrow();
        Upload small = upload("b.png", Pictures.png(30, 50)).orThrow();

        assertThat(large.width()).isEqualTo(1_920);
        assertThat(large.height()).isEqualTo(960);
        assertThat(small.width()).isEqualTo(30);
        assertThat(small.mediaType()).isEqualTo("image/png");
    }

    @Test
    void everyPictureHasAThumbnail() {
        Bytes thumbnail = upload("a.png", Pictures.png(1_000, 500)).orThrow().thumbnail();

        assertThat(thumbnail).isNotNull();
        assertThat(FileKind.of(thumbnail == null ? new byte[0] : thumbnail.array()))
                .isEqualTo(FileKind.JPEG);
    }

    @Test
    void aFileDisguisedAsAPictureIsRefused() {
        assertThat(refusal("照片.jpg", "<script>alert(1)</script>".getBytes(UTF_8)))
                .isEqualTo(FileRefusal.IMAGE_BROKEN);
        assertThat(refusal("照片.png", new byte[] {'M', 'Z', 0, 0})).isEqualTo(FileRefusal.IMAGE_BROKEN);
        assertThat(refusal("动图.gif", "GIF89a".getBytes(UTF_8))).isEqualTo(FileRefusal.IMAGE_BROKEN);
        assertThat(refusal("程序.exe", new byte[] {'M', 'Z', 0, 0})).isEqualTo(FileRefusal.KIND_UNKNOWN);
        assertThat(refusal("页面.html", "<html>".getBytes(UTF_8))).isEqualTo(FileRefusal.KIND_UNKNOWN);
    }

    @Test
    void aPictureThatHidesAPageBehindItselfKeepsOnlyThePicture() {
        byte[] photo = Pictures.jpeg(40, 40);
        byte[] page = "<script>alert(1)</script>".getBytes(UTF_8);
        byte[] both = Arrays.copyOf(photo, photo.length + page.length);
        System.arraycopy(page, 0, both, photo.length, page.length);

        assertThat(new String(upload("a.jpg", both).orThrow().content().array(), ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 200, 600})
    void aCutOffPictureIsRefusedOrShownAsFarAsItGoesButBreaksNothing(int kept) {
        byte[] cutOff = Arrays.copyOf(Pictures.png(300, 300), kept);

        assertThat(upload("a.png", cutOff).isDone()).isFalse();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refusal("a.jpg", new byte[0])).isEqualTo(FileRefusal.EMPTY);
    }

    @Test
    void elevenMegabytesAreRefusedAndSaidHowMany() {
        assertThat(upload("a.jpg", new byte[11 * 1024 * 1024]))
                .isEqualTo(Outcome.invalid("file", FileRefusal.TOO_LARGE, 11));
    }

    @Test
    void aPictureThatWouldUnfoldIntoGigabytesIsRefusedByItsHeader() {
        assertThat(upload("a.png", Pictures.bomb(60_000, 60_000)))
                .isEqualTo(Outcome.invalid("file", FileRefusal.IMAGE_HUGE, 60_000, 60_000));
        assertThat(refusal("a.png", Pictures.bomb(0, 5))).isEqualTo(FileRefusal.IMAGE_BROKEN);
        assertThat(refusal("a.png", Pictures.bomb(5_000, 5_000))).isEqualTo(FileRefusal.IMAGE_BROKEN);
    }

    @Test
    void formatsThatCannotBeShownAreRefusedWithTheWayOut() {
        assertThat(refusal("IMG_1.HEIC", "\0\0\0\u0018ftypheic....".getBytes(ISO_8859_1)))
                .isEqualTo(FileRefusal.IMAGE_HEIC);
        assertThat(refusal("a.webp", "RIFF....WEBPVP8 ".getBytes(ISO_8859_1))).isEqualTo(FileRefusal.IMAGE_WEBP);
    }

    @Test
    void aPdfIsTakenWhenItsBeginningAndEndAreThere() {
        Upload kept = upload("通知", "%PDF-1.7\n1 0 obj\n%%EOF\n".getBytes(UTF_8)).orThrow();

        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.name()).isEqualTo("通知.pdf");
        assertThat(kept.thumbnail()).isNull();
        assertThat(refusal("通知.pdf", "%PDF-1.7\n1 0 obj\n".getBytes(UTF_8))).isEqualTo(FileRefusal.PDF_BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "照片.HEIC, 照片.jpg",
        "'C:\\Users\\me\\水管.png', 水管.jpg",
        "../../etc/passwd, passwd.jpg",
        "'<script>.png', _script_.jpg",
        "𠮷㛃😀.jpg, 𠮷㛃😀.jpg",
        "'', 文件.jpg",
        "'...', 文件.jpg",
        "'a\nb\0c.jpg', abc.jpg"
    })
    void aNameIsKeptAsFarAsEverySystemCanStoreIt(String written, String kept) {
        assertThat(FileName.of(written, "jpg")).isEqualTo(kept);
    }

    @Test
    void aNameCannotTurnItsDirectionOrGrowWithoutEnd() {
        assertThat(FileName.of("gpj\u202Eexe.jpg", "jpg")).isEqualTo("gpjexe.jpg");
        String longest = FileName.of("𠮷".repeat(10_000), "pdf");
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(84);
    }
}
