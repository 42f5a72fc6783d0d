package org.gongzhi.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobTasks {

    /** The library brings a clock of its own, under the name of ours; this one takes its place and tells our time. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** Finds what no hint told of: jobs submitted on a node that is busy or gone. */
    @Bean
    RecurringTask<Void> jobPoll(JobSignal signal) {
        return Tasks.recurring("job-poll", FixedDelay.ofSeconds(5)).execute((_, _) -> signal.give());
    }

    @Bean
    RecurringTask<Void> jobSweep(JobQueue queue) {
        return Tasks.recurring("job-sweep", FixedDelay.ofHours(6)).execute((_, _) -> queue.sweep());
    }
}
