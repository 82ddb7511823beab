package org.tipline.submission;

import org.tipline.channel.ReaderMessage;

/** A message and how it came. */
public record Incoming(Arrival arrival, ReaderMessage message) {

  /**
   * Whether it can be kept along with others should its reader be new: one address to recognise,
   * nothing it answers, no files.
   */
  public boolean isPlain() {
    var sender = message.sender();
    return sender != null
        && sender.addresses().size() == 1
        && message.details().repliedTo() == null
        && message.files().isEmpty();
  }
}
