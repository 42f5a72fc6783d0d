package org.gongzhi.file;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.stereotype.Component;

/**
 * Pictures with parts covered. Each is a file of its own, since browsers keep what they were shown under an address; it takes the name and the standing of the one
 * it is shown instead of. Inside the caller's transaction.
 */
@Component
public class Covers {

    /** Part of a picture, in shares of its width and height from its upper left corner. */
    public record Area(double left, double top, double width, double height) {

        private static final double SMALLEST = 0.005;
        private static final double WHOLE = 1.000_001;

        /** It lies on the picture and is large enough to be seen. */
        public boolean fits() {
            return left >= 0
                    && top >= 0
                    && width >= SMALLEST
                    && height >= SMALLEST
                    && left + width <= WHOLE
                    && top + height <= WHOLE;
        }
    }

    private final Sql sql;
    private final Clock clock;

    public Covers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Draws a picture without these parts; without any it is as it was, byte by byte.
     *
     * @param shown the file it takes its name and standing from
     * @param id under which it is kept
     */
    public UUID draw(UUID shown, UUID id, byte[] original, String mediaType, List<Area> areas) {
        Picture.Drawn drawn = Picture.covered(original, mediaType.equals("image/jpeg"), areas);
        Bytes content = areas.isEmpty() ? new Bytes(original) : drawn.content();
        sql.of("""
                insert into file (id, region_code, name, media_type, bytes, sha256, content, thumbnail, width, height, owned_by, is_public, uploaded_by,
                    uploaded_at, attached_at)
                select :id, region_code, name, :mediaType, :bytes, :sha256, :content, :thumbnail, :width, :height, owned_by, is_public, uploaded_by, uploaded_at, :now
                from file where id = :shown""")
                .bind("id", id)
                .bind("mediaType", mediaType)
                .bind("bytes", (long) content.size())
                .bind("sha256", content.sha256())
                .bind("content", content.array())
                .bind("thumbnail", drawn.thumbnail().array())
                .bind("width", drawn.width())
                .bind("height", drawn.height())
                .bind("now", Time.now(clock))
                .bind("shown", shown)
                .update();
        return id;
    }

    /** Throws away what nothing refers to any more. */
    public void remove(UUID file) {
        sql.of("delete from file where id = :id").bind("id", file).update();
    }
}
