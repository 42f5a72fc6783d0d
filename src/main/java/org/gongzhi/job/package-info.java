/**
 * Job: long work that a person asked for and may come back to (exports, imports), done once by whichever node is free, as that person and within their duty's
 * scope. A node that dies loses nothing: another takes its jobs over.
 *
 * <p>Owns {@code job} and the table of recurring work, {@code scheduled_tasks}. Announces nothing, listens to nothing. A module adds a kind of job with a bean
 * that implements {@link org.gongzhi.job.JobKind} and submits by {@link org.gongzhi.job.Jobs}.
 *
 * <p>Recurring work of any module is a bean of db-scheduler and runs once for the whole cluster:
 *
 * <pre>{@code
 * @Bean
 * RecurringTask<Void> todoEscalate(EscalateOverdue escalation) {
 *     return Tasks.recurring("todo-escalate", FixedDelay.ofSeconds(30)).execute((_, _) -> escalation.run());
 * }
 * }</pre>
 *
 * The name starts with the module and is never used for something else later; the work opens its own transaction ({@code transactions.asWorker(…)}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Job",
        allowedDependencies = {"kernel", "http", "identity", "file"})
package org.gongzhi.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
