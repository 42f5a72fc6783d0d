package org.gongzhi.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in, hands out and throws away files. Storing is a transaction of its own or joins the caller's; the rest is inside the caller's. */
@Component
public class Files {

    /** How long a file may wait for the form it was uploaded with. */
    static final Duration UNATTACHED = Duration.ofDays(1);

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    public Files(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** What is told of a stored file. */
    public record Stored(UUID id, String name, long bytes, boolean isImage) {}

    public record Content(UUID id, String name, String mediaType, Bytes bytes, Instant uploadedAt) {

        public boolean isImage() {
            return mediaType.startsWith("image/");
        }
    }

    /** Stores an uploaded file; refused when it is not what it seems, broken, too large, or of a kind that is not taken. */
    public Outcome<UUID> store(Actor actor, RegionCode region, String name, byte[] content) {
        return Upload.of(name, new Bytes(content))
                .then(upload -> keep(actor, region, upload))
                .map(Stored::id);
    }

    Outcome<Stored> keep(Actor actor, RegionCode region, Upload upload) {
        if (!actor.scope().holds(region)) {
            return Outcome.invalid("region", FileRefusal.OUTSIDE_SCOPE);
        }
        return transactions.write(actor, () -> {
            UUID id = Ids.next();
            insert(id, region, upload, actor.accountId(), null, null);
            return Outcome.done(new Stored(id, upload.name(), upload.content().size(), upload.thumbnail() != null));
        });
    }

    /** Keeps the files that a form now refers to. False when one is not in scope, was uploaded by another, is swept, or hangs on something already. */
    public boolean attach(Actor actor, Collection<UUID> files) {
        Set<UUID> each = Set.copyOf(files);
        return each.isEmpty()
                || sql.of("""
                                update file set attached_at = :now
                                where id = any (:ids) and attached_at is null and uploaded_by is not distinct from cast(:account as uuid)""")
                                .bindIds("ids", each)
                                .bind("account", actor.accountId())
                                .bind("now", Time.now(clock))
                                .update()
                        == each.size();
    }

    /** Made for this account, or uploaded by it with a form that is not sent yet. */
    boolean isOnesOwn(Actor actor, UUID file) {
        return sql.of("""
                        select count(*) from file
                        where id = :id and (owned_by = :account or (attached_at is null and uploaded_by = :account))""")
                        .bind("id", file)
                        .bind("account", actor.accountOrNobody())
                        .count()
                == 1;
    }

    public Optional<Content> open(UUID file) {
        return sql.of("select id, name, media_type, content, uploaded_at from file where id = :id")
                .bind("id", file)
                .optional(Files::content);
    }

    /** The small form of a picture, a JPEG; empty for anything else. */
    public Optional<Content> openThumbnail(UUID file) {
        return sql.of("""
                        select id, name, 'image/jpeg' as media_type, thumbnail as content, uploaded_at from file
                        where id = :id and thumbnail is not null""").bind("id", file).optional(Files::content);
    }

    /** What is told of a file without opening it. */
    public Optional<Stored> describe(UUID file) {
        return sql.of("select id, name, bytes, thumbnail is not null as is_image from file where id = :id")
                .bind("id", file)
                .optional(row -> new Stored(row.id("id"), row.text("name"), row.number("bytes"), row.yes("is_image")));
    }

    /** Keeps what a job made; only that account may read it. Media type: a sheet, text/csv or PDF. */
    public UUID storeResult(RegionCode region, UUID account, String name, String mediaType, InputStream content) {
        try {
            UUID id = Ids.next();
            var bytes = new Bytes(content.readAllBytes());
            insert(id, region, new Upload(name, mediaType, bytes, null, null, null), account, account, Time.now(clock));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws results away, under the {@code sweep} worker. */
    public int discard(Collection<UUID> files) {
        return sql.of("delete from file where id = any (:ids) and owned_by is not null")
                .bindIds("ids", files)
                .update();
    }

    /** Throws away what no form referred to within a day; at most 1,000 at once. */
    int sweep() {
        return transactions.asWorker(
                "sweep",
                () -> sql.of("""
                        delete from file where id in (
                            select id from file where attached_at is null and uploaded_at < :before order by uploaded_at limit 1000 for update skip locked)""")
                        .bind("before", Time.now(clock).minus(UNATTACHED))
                        .update());
    }

    private void insert(
            UUID id,
            RegionCode region,
            Upload upload,
            @Nullable UUID uploader,
            @Nullable UUID owner,
            @Nullable Instant attachedAt) {
        Bytes thumbnail = upload.thumbnail();
        sql.of("""
                insert into file (id, region_code, name, media_type, bytes, sha256, content, thumbnail, width, height, owned_by, uploaded_by, uploaded_at, attached_at)
                values (:id, :region, :name, :mediaType, :bytes, :sha256, :content, :thumbnail, :width, :height, :owner, :uploader, :now, :attachedAt)""")
                .bind("id", id)
                .bind("region", region)
                .bind("name", upload.name())
                .bind("mediaType", upload.mediaType())
                .bind("bytes", upload.content().size())
                .bind("sha256", upload.content().sha256())
                .bind("content", upload.content().array())
                .bind("thumbnail", thumbnail == null ? null : thumbnail.array())
                .bind("width", upload.width())
                .bind("height", upload.height())
                .bind("owner", owner)
                .bind("uploader", uploader)
                .bind("now", Time.now(clock))
                .bind("attachedAt", attachedAt)
                .update();
    }

    private static Content content(Sql.Row row) throws java.sql.SQLException {
        return new Content(
                row.id("id"),
                row.text("name"),
                row.text("media_type"),
                new Bytes(row.bytes("content")),
                row.at("uploaded_at"));
    }
}
