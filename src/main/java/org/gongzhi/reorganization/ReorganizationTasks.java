package org.gongzhi.reorganization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReorganizationTasks {

    /** Nodes of the application keep the tree in memory for a minute, and nobody writes for longer than some. */
    static final Duration LATE_WRITERS = Duration.ofMinutes(15);

    @Bean
    RecurringTask<Void> reorganizationSweep(CarryOutReorganization work) {
        return Tasks.recurring("reorganization-sweep", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> {
                    work.stepBackAbandoned();
                    work.sweepLately();
                });
    }
}
