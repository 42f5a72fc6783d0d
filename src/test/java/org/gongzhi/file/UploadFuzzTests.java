package org.gongzhi.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.support.Fuzz;
import org.junit.jupiter.api.Test;

/** Whatever is uploaded is stored as what it is, or refused. */
class UploadFuzzTests {

    private static final byte[] JPEG = picture("jpg");
    private static final byte[] PNG = picture("png");
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    private static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static void upload(String name, byte[] content) {
        if (Upload.of(name, new Bytes(content)) instanceof Outcome.Done<Upload>(Upload stored)) {
            assertThat(stored.mediaType()).isIn("image/jpeg", "image/png", "application/pdf");
            assertThat(stored.name()).hasSizeBetween(1, 200).doesNotContain("/", "\\", "\0", "\n");
        }
    }

    @Test
    void bentFilesAreStoredOrRefused() {
        byte[][] valid = {JPEG, PNG, PDF};
        assertThat(Fuzz.run(random -> {
                    byte[] content = Fuzz.bent(random, valid[random.nextInt(valid.length)]);
                    upload(Fuzz.text(random, 200), content);
                }))
                .isPositive();
    }
}
