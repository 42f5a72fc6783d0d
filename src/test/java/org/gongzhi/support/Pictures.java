package org.gongzhi.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for a test: a red left half, a blue right half. */
public final class Pictures {

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return written(width, height, BufferedImage.TYPE_INT_RGB, "jpg");
    }

    public static byte[] png(int width, int height) {
        return written(width, height, BufferedImage.TYPE_INT_ARGB, "png");
    }

    private static byte[] written(int width, int height, int type, String format) {
        var image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a phone writes it: an EXIF block with the way up and a place, right after the first marker. */
    public static byte[] photo(int width, int height, int orientation, String secret) {
        byte[] plain = jpeg(width, height);
        byte[] words = secret.getBytes(ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + words.length);
        tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(words.length).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(words);
        byte[] block = tiff.array();
        ByteBuffer photo = ByteBuffer.allocate(plain.length + 4 + 6 + block.length);
        photo.put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + block.length))
                .put("Exif\0\0".getBytes(ISO_8859_1))
                .put(block)
                .put(plain, 2, plain.length - 2);
        return photo.array();
    }

    /** Some hundred bytes that say they unfold into {@code width} by {@code height} pixels. */
    public static byte[] bomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(8 + 25);
        header.put("\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1));
        byte[] body = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(body);
        header.putInt(13).put(body).putInt((int) sum.getValue());
        return header.array();
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalStateException("no picture");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 180 && color.getBlue() < 80;
    }
}
