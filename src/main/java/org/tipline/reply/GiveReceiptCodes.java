package org.tipline.reply;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.ReplyChannel;
import org.tipline.moderation.TipsOpened;

/**
 * Gives a code to each tip whose reader comes for the replies, in the transaction that opens it.
 */
@Component
class GiveReceiptCodes {

  private final ReceiptRows rows;
  private final Channels channels;
  private final Clock clock;

  GiveReceiptCodes(ReceiptRows rows, Channels channels, Clock clock) {
    this.rows = rows;
    this.channels = channels;
    this.clock = clock;
  }

  @EventListener
  void on(TipsOpened opened) {
    for (var channel : channels.all()) {
      if (channel instanceof ReplyChannel answering && answering.isFetched()) {
        rows.add(opened.ids(), channel.name(), clock.instant());
      }
    }
  }
}
