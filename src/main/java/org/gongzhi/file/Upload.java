package org.gongzhi.file;

import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An uploaded file as it will be stored: looked into, redrawn if it is a picture, named after what it is. */
record Upload(
        String name,
        String mediaType,
        Bytes content,
        @Nullable Bytes thumbnail,
        @Nullable Integer width,
        @Nullable Integer height) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    static Outcome<Upload> of(String name, Bytes content) {
        if (content.size() == 0) {
            return Outcome.invalid("file", FileRefusal.EMPTY);
        }
        if (content.size() > MOST_BYTES) {
            return Outcome.invalid("file", FileRefusal.TOO_LARGE, (content.size() + 1024 * 1024 - 1) / (1024 * 1024));
        }
        FileKind kind = FileKind.of(content.array());
        return switch (kind) {
            case JPEG -> picture(name, content, kind, "jpg", "image/jpeg");
            case PNG -> picture(name, content, kind, "png", "image/png");
            case PDF ->
                FileKind.isWholePdf(content.array())
                        ? Outcome.done(
                                new Upload(FileName.of(name, "pdf"), "application/pdf", content, null, null, null))
                        : Outcome.invalid("file", FileRefusal.PDF_BROKEN);
            case HEIC -> Outcome.invalid("file", FileRefusal.IMAGE_HEIC);
            case WEBP -> Outcome.invalid("file", FileRefusal.IMAGE_WEBP);
            case OTHER ->
                Outcome.invalid(
                        "file", FileKind.isNamedAsImage(name) ? FileRefusal.IMAGE_BROKEN : FileRefusal.KIND_UNKNOWN);
        };
    }

    private static Outcome<Upload> picture(String name, Bytes content, FileKind kind, String ending, String mediaType) {
        return Picture.redraw(content.array(), kind)
                .map(drawn -> new Upload(
                        FileName.of(name, ending),
                        mediaType,
                        drawn.content(),
                        drawn.thumbnail(),
                        drawn.width(),
                        drawn.height()));
    }
}
