package org.tipline.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.ErasingChannel;
import org.tipline.channel.ReaderMessage;

/** Plans when the provider's copies of messages go, in the transaction that makes them ours. */
@Component
class PlanErasure {

  private final SchedulerClient scheduler;
  private final Channels channels;

  PlanErasure(SchedulerClient scheduler, Channels channels) {
    this.scheduler = scheduler;
    this.channels = channels;
  }

  void plan(ChannelName channel, List<ReaderMessage> messages, Instant receivedAt) {
    channels
        .find(channel, ErasingChannel.class)
        .flatMap(ErasingChannel::eraseAfter)
        .ifPresent(age -> plan(channel, receivedAt.plus(afterTheOverlap(age)), messages));
  }

  /** As long as a look may need it, the copy stays. */
  private static Duration afterTheOverlap(Duration age) {
    return age.compareTo(ProviderList.OVERLAP) > 0 ? age : ProviderList.OVERLAP;
  }

  private void plan(ChannelName channel, Instant at, List<ReaderMessage> messages) {
    for (var message : messages) {
      var copy = new ProviderCopy(channel, message.externalId());
      scheduler.scheduleIfNotExists(copy.task(), at);
    }
  }
}
