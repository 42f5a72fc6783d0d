package org.gongzhi.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookTasks {

    @Bean
    RecurringTask<Void> webhookDeliveries(DeliverWebhooks deliveries) {
        return Tasks.recurring("webhook-deliver", FixedDelay.of(Duration.ofSeconds(3)))
                .execute((_, _) -> deliveries.deliver());
    }
}
