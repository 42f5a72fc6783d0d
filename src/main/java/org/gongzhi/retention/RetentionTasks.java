package org.gongzhi.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.gongzhi.kernel.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionTasks {

    @Bean
    RecurringTask<Void> retentionAnonymize(AnonymizeEnded work) {
        return Tasks.recurring("retention-anonymize", Schedules.daily(Time.ZONE, LocalTime.of(3, 30)))
                .execute((_, _) -> work.run());
    }
}
