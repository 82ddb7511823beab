package org.tipline.submission;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files that a version without a lane for them planned among everything else go to the lane. */
@Configuration(proxyBeanMethods = false)
class EarlierFetches {

  @Bean
  OneTimeTask<Void> mediaFetchTask(MediaLane lane) {
    return Tasks.oneTime(MediaLane.TASK)
        .execute((instance, _) -> lane.plan(UUID.fromString(instance.getId())));
  }
}
