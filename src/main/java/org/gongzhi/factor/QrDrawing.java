package org.gongzhi.factor;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of squares, to be drawn by the page itself: nothing is fetched, nothing kept.
 *
 * @param size width and height in squares, with the quiet margin of four that readers need (ISO/IEC 18004 §9.1)
 * @param path in the words of SVG
 */
public record QrDrawing(int size, String path) {

    private static final int MARGIN = 4;

    static QrDrawing of(String text) {
        ByteMatrix squares = matrix(text);
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrDrawing(squares.getWidth() + 2 * MARGIN, path.toString());
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** It holds a secret. */
    @Override
    public String toString() {
        return "QrDrawing";
    }
}
