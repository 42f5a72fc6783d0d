package org.gongzhi.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gongzhi.kernel.Outcome;

/** Draws an uploaded picture anew: upright, at most 1,920 pixels long, without anything but its pixels. */
final class Picture {

    static final int LONGEST = 1_920;
    static final int THUMBNAIL = 320;
    /** A small file can unfold into gigabytes; the header says how much before anything is unfolded. */
    static final long MOST_PIXELS = 40_000_000;

    private static final float QUALITY = 0.85f;
    /** Each decoding may take 100 MB for a moment. */
    private static final Semaphore DECODING = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    /** Ready to store, with its thumbnail (always a JPEG). */
    record Drawn(Bytes content, Bytes thumbnail, int width, int height) {}

    static Outcome<Drawn> redraw(byte[] uploaded, FileKind kind) {
        boolean isJpeg = kind == FileKind.JPEG;
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(isJpeg ? "jpeg" : "png").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width <= 0 || height <= 0) {
                return Outcome.invalid("file", FileRefusal.IMAGE_BROKEN);
            }
            if ((long) width * height > MOST_PIXELS) {
                return Outcome.invalid("file", FileRefusal.IMAGE_HUGE, width, height);
            }
            Orientation orientation = isJpeg ? Orientation.of(uploaded) : Orientation.UPRIGHT;
            DECODING.acquireUninterruptibly();
            try {
                return Outcome.done(draw(reader, width, height, orientation, isJpeg));
            } finally {
                DECODING.release();
            }
        } catch (IOException | RuntimeException broken) {
            // The readers answer damaged pictures with any exception: out of bounds, null, illegal state.
            return Outcome.invalid("file", FileRefusal.IMAGE_BROKEN);
        } finally {
            reader.dispose();
        }
    }

    /** A stored picture with parts painted over: nothing of what lay under them is kept. */
    static Drawn covered(byte[] stored, boolean isJpeg, List<Covers.Area> areas) {
        BufferedImage read;
        try {
            read = ImageIO.read(new ByteArrayInputStream(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean isOpaque = isJpeg || !read.getColorModel().hasAlpha();
        BufferedImage whole = fit(read, Orientation.UPRIGHT, LONGEST, isOpaque);
        Graphics2D canvas = whole.createGraphics();
        canvas.setColor(Color.BLACK);
        for (Covers.Area area : areas) {
            int left = (int) Math.floor(area.left() * whole.getWidth());
            int top = (int) Math.floor(area.top() * whole.getHeight());
            int right = (int) Math.ceil((area.left() + area.width()) * whole.getWidth());
            int bottom = (int) Math.ceil((area.top() + area.height()) * whole.getHeight());
            canvas.fillRect(left, top, right - left, bottom - top);
        }
        canvas.dispose();
        BufferedImage small = fit(whole, Orientation.UPRIGHT, THUMBNAIL, true);
        return new Drawn(isJpeg ? jpeg(whole) : png(whole), jpeg(small), whole.getWidth(), whole.getHeight());
    }

    private static Drawn draw(ImageReader reader, int width, int height, Orientation orientation, boolean isJpeg)
            throws IOException {
        var wanted = reader.getDefaultReadParam();
        // Pictures far larger than needed are read at every second, third … pixel, which saves the memory of the rest.
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST));
        wanted.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, wanted);
        boolean isOpaque = isJpeg || !read.getColorModel().hasAlpha();
        BufferedImage whole = fit(read, orientation, LONGEST, isOpaque);
        BufferedImage small = fit(whole, Orientation.UPRIGHT, THUMBNAIL, true);
        return new Drawn(isJpeg ? jpeg(whole) : png(whole), jpeg(small), whole.getWidth(), whole.getHeight());
    }

    /** Upright and no longer than {@code longest}; never enlarged. */
    private static BufferedImage fit(BufferedImage from, Orientation orientation, int longest, boolean isOpaque) {
        double scale = Math.min(1.0, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        boolean isTurned = orientation.isTurned();
        var to = new BufferedImage(
                isTurned ? height : width,
                isTurned ? width : height,
                isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = to.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        if (isOpaque) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, to.getWidth(), to.getHeight());
        }
        AffineTransform placed = orientation.uprighting(width, height);
        placed.scale((double) width / from.getWidth(), (double) height / from.getHeight());
        canvas.drawImage(from, placed, null);
        canvas.dispose();
        return to;
    }

    private static Bytes jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return new Bytes(bytes.toByteArray());
    }

    private static Bytes png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bytes(bytes.toByteArray());
    }
}
