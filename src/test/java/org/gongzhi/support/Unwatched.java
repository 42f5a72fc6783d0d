package org.gongzhi.support;

import java.nio.file.Path;
import java.util.UUID;
import org.gongzhi.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job that nobody waits for.
 *
 * @param folder where its files come to lie
 */
public record Unwatched(Path folder) implements Progress {

    @Override
    public void report(long done, @Nullable Long total, @Nullable String message) {}

    @Override
    public Path newFile(String ending) {
        return folder.resolve(UUID.randomUUID() + "." + ending);
    }
}
