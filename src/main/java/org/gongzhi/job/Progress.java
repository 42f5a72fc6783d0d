package org.gongzhi.job;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How far a job is. Cheap: what is told is written down about once a second, on another connection. */
public interface Progress {

    /**
     * Tells how far the work is; ends it by an exception when the job was cancelled.
     *
     * @param done units of work
     * @param total null while unknown
     * @param message for the person who waits, in their words: 已写 12,000 行
     */
    void report(long done, @Nullable Long total, @Nullable String message);

    /** An empty file to write a result into; gone when the job has ended, whatever came of it. */
    Path newFile(String ending);
}
