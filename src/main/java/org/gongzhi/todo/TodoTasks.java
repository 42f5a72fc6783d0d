package org.gongzhi.todo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TodoTasks {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> todoEscalate(EscalateOverdueJob job) {
        return Tasks.recurring("todo-escalate", FixedDelay.of(PAUSE)).execute((_, _) -> job.run());
    }
}
