package org.tipline.intake;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.tipline.channel.ChannelName;

/** A message's copy at its provider. */
record ProviderCopy(ChannelName channel, String externalId) {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("erase-copy");

  static ProviderCopy ofTask(String instance) {
    var parts = instance.split(" ", 2);
    return new ProviderCopy(new ChannelName(parts[0]), parts[1]);
  }

  TaskInstance<Void> task() {
    return TASK.instance(channel + " " + externalId).build();
  }

  @Override
  public String toString() {
    return channel + " " + externalId;
  }
}
