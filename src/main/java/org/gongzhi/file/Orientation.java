package org.gongzhi.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Which way up a phone held the camera: tag 0x0112 of the EXIF block of a JPEG, 1 to 8. Everything else in that block is dropped. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

    boolean isTurned() {
        return value >= 5;
    }

    /** Anything unreadable is upright: a picture that lies on its side is better than none. */
    static Orientation of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
            int end = at + 2 + length;
            if (marker == START_OF_SCAN || length < 2 || end > jpeg.length) {
                return UPRIGHT;
            }
            int body = at + 4;
            if (marker == APP1
                    && end - body > EXIF.length
                    && Arrays.equals(jpeg, body, body + EXIF.length, EXIF, 0, EXIF.length)) {
                return ofTiff(Arrays.copyOfRange(jpeg, body + EXIF.length, end));
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static Orientation ofTiff(byte[] block) {
        ByteBuffer tiff = ByteBuffer.wrap(block);
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + entry * 12;
                if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION_TAG) {
                    int value = tiff.getShort(at + 8) & 0xFFFF;
                    return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException cutOff) {
            return UPRIGHT;
        }
    }

    /** Puts a picture of that width and height upright. */
    AffineTransform uprighting(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
