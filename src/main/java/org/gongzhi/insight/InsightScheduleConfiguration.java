package org.gongzhi.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.gongzhi.kernel.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When figures are folded and counted again; on one server at a time. */
@Configuration(proxyBeanMethods = false)
class InsightScheduleConfiguration {

    /** Figures are a few seconds old. The nodes above are touched once a fold whatever happened below, so that rarer folds cost a busy server less. */
    private static final FixedDelay FOLDED_EVERY = FixedDelay.ofSeconds(3);

    @Bean
    RecurringTask<Void> foldTask(Fold fold) {
        return Tasks.recurring("insight-fold", FOLDED_EVERY).execute((_, _) -> fold.fold());
    }

    @Bean
    RecurringTask<Void> recountTask(RecountRollups recount) {
        return Tasks.recurring("insight-recount", Schedules.daily(Time.ZONE, LocalTime.of(2, 40)))
                .execute((_, _) -> recount.recountNext());
    }
}
