package org.gongzhi.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EnrolmentTests {

    private static final int DOT = 4;

    private final Enrolment enrolment = Enrolment.of("12345678901234567890".getBytes(US_ASCII), "zhoumin");

    @Test
    void theSecretIsToldInGroupsAndAsALink() {
        assertThat(enrolment.secret()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(enrolment.uri())
                .isEqualTo(
                        "otpauth://totp/%E5%85%B1%E6%B2%BB:zhoumin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%85%B1%E6%B2%BB&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void theDrawingIsReadByACameraAsTheLink() throws Exception {
        int side = enrolment.drawing().size() * DOT;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(enrolment.drawing().path())
                .results()
                .forEach(square -> {
                    int x = Integer.parseInt(square.group(1)) * DOT;
                    int y = Integer.parseInt(square.group(2)) * DOT;
                    for (int row = y; row < y + DOT; row++) {
                        Arrays.fill(pixels, row * side + x, row * side + x + DOT, 0);
                    }
                });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(enrolment.uri());
    }

    @Test
    void noneOfItGetsIntoALogLine() {
        assertThat(enrolment + " " + enrolment.drawing()).isEqualTo("Enrolment QrDrawing");
        assertThatThrownBy(() -> QrDrawing.of("x".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }
}
