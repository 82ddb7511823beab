package org.tipline.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.ListingChannel;

/** Looks for missed deliveries at every start and every few minutes, on one instance at a time. */
@Configuration
class CollectMissed {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("collect-missed");

  private static final Logger log = LoggerFactory.getLogger(CollectMissed.class);

  private final Channels channels;

  // Asked for late: the scheduler is made of its tasks, and the door needs the scheduler.
  private final ObjectProvider<MissedDeliveries> missed;

  private final CollectSettings settings;
  private final Clock clock;

  CollectMissed(
      Channels channels,
      ObjectProvider<MissedDeliveries> missed,
      CollectSettings settings,
      Clock clock) {
    this.channels = channels;
    this.missed = missed;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    var scheduler = ready.getApplicationContext().getBean(SchedulerClient.class);
    channels.all().stream()
        .filter(ListingChannel.class::isInstance)
        .forEach(channel -> lookNow(scheduler, channel.name()));
  }

  private void lookNow(SchedulerClient scheduler, ChannelName channel) {
    try {
      scheduler.schedule(
          TASK.instance(channel.value()).build(),
          clock.instant(),
          ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      log.debug("another instance looks for missed deliveries of {}", channel);
    }
  }

  @Bean
  CustomTask<Void> collectMissedTask() {
    return Tasks.custom(TASK)
        .onFailureReschedule(FixedDelay.of(settings.every()))
        .execute((instance, _) -> collect(new ChannelName(instance.getId())));
  }

  /** A channel that is off here may be on at another instance. */
  private CompletionHandler<Void> collect(ChannelName name) {
    var wait =
        channels.find(name, ListingChannel.class).map(this::collect).orElse(settings.every());
    return (complete, operations) -> operations.reschedule(complete, clock.instant().plus(wait));
  }

  private Duration collect(ListingChannel channel) {
    try {
      missed.getObject().collect(channel);
      return settings.every();
    } catch (LookBroken e) {
      var wait = e.wait(settings.every());
      return wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 4));
    }
  }
}
