package org.gongzhi.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileTasks {

    @Bean
    RecurringTask<Void> fileSweep(Files files) {
        return Tasks.recurring("file-sweep", FixedDelay.ofMinutes(10)).execute((_, _) -> files.sweep());
    }
}
