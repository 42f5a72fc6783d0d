package org.gongzhi.job;

import org.gongzhi.kernel.Actor;
import tools.jackson.databind.JsonNode;

/** One kind of long work. May be run again from its beginning when a node died in the middle, so it must not do harm twice. */
public interface JobKind {

    /** {@code module.what}: {@code demand.export}. */
    String code();

    /**
     * Does the work, in transactions of its own as {@code actor}; not called inside one.
     *
     * @param actor who asked, in the duty they asked in, as it stands now
     * @param parameters as submitted
     * @param progress to be told now and then; it ends the work by an exception when the job was cancelled
     */
    JobResult run(Actor actor, JsonNode parameters, Progress progress);
}
