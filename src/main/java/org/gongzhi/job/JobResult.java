package org.gongzhi.job;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What came of a job: a message, a file to download, or both. */
public record JobResult(@Nullable String message, @Nullable ResultFile file) {

    /** Made by {@link Progress#newFile}; stored when the job is done. */
    public record ResultFile(String name, String mediaType, Path content) {}

    public static JobResult message(String text) {
        return new JobResult(text, null);
    }

    public static JobResult file(String name, String mediaType, Path content, String message) {
        return new JobResult(message, new ResultFile(name, mediaType, content));
    }
}
