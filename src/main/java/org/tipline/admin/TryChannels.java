package org.tipline.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.TestFailed;
import org.tipline.intake.ChannelTests;

/** Sends a marked message through a channel and waits for it at the other end. */
@Component
class TryChannels {

  private static final Duration GLANCE = Duration.ofMillis(100);

  /** In glances: what is not here in five seconds is late. */
  private static final int MOST_GLANCES = 50;

  private final List<ChannelTest> all;
  private final ChannelTests messages;

  TryChannels(ObjectProvider<ChannelTest> all, ChannelTests messages) {
    this.all = all.stream().toList();
    this.messages = messages;
  }

  boolean canTry(ChannelName channel) {
    return find(channel.value()).isPresent();
  }

  Optional<ChannelTest> find(String channel) {
    return all.stream().filter(test -> test.channel().value().equals(channel)).findFirst();
  }

  /**
   * Says in sentences what was done and seen.
   *
   * @throws TestFailed when the message did not get in, or was not read within five seconds
   */
  String run(ChannelTest test) throws TestFailed {
    var id = messages.newTest();
    var done = test.send(messages.text(id));
    if (!arrives(id)) {
      throw new TestFailed(
          done
              + " It was taken, but is not read yet: see Deliveries, where it appears under \"Read"
              + " in part\" once it is. While the database is away it waits in the spool.");
    }
    return "The way in by "
        + test.channel()
        + " works. "
        + done
        + " The message was kept, opened and read, and left out of the queue.";
  }

  private boolean arrives(UUID id) {
    for (var glances = 0; glances < MOST_GLANCES; glances++) {
      if (messages.hasArrived(id)) {
        return true;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
