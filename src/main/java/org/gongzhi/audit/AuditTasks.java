package org.gongzhi.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditTasks {

    @Bean
    RecurringTask<Void> auditSeal(AuditSealer sealer) {
        return Tasks.recurring("audit-seal", FixedDelay.ofSeconds(1)).execute((_, _) -> sealer.seal());
    }
}
