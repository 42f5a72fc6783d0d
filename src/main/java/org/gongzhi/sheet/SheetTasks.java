package org.gongzhi.sheet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SheetTasks {

    @Bean
    RecurringTask<Void> sweepSheets(SheetImports imports) {
        return Tasks.recurring("sheet-sweep", FixedDelay.of(Duration.ofHours(6)))
                .execute((_, _) -> imports.sweep());
    }
}
