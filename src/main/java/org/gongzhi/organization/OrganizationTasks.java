package org.gongzhi.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.gongzhi.kernel.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganizationTasks {

    @Bean
    RecurringTask<Void> organizationRemindOfTerms(RemindOfTermsJob job) {
        return Tasks.recurring("organization-remind-of-terms", Schedules.daily(Time.ZONE, LocalTime.of(4, 10)))
                .execute((_, _) -> job.run());
    }
}
