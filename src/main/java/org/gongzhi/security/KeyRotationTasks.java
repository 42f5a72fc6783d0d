package org.gongzhi.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.gongzhi.kernel.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyRotationTasks {

    @Bean
    RecurringTask<Void> securityKeyRotation(CarryOutKeyRotation work) {
        return Tasks.recurring("security-key-rotation", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> work.goOn());
    }

    @Bean
    RecurringTask<Void> securityKeyStragglers(CarryOutKeyRotation work) {
        return Tasks.recurring("security-key-stragglers", Schedules.daily(Time.ZONE, LocalTime.of(3, 10)))
                .execute((_, _) -> work.lookForStragglers());
    }
}
