package org.tipline.channel;

import java.util.List;

/** All that one delivery carries; a provider may put many of each into one. */
public record Reading(
    List<ReaderMessage> messages, List<ReplyReceipt> receipts, List<Ignored> ignored) {

  public Reading {
    messages = List.copyOf(messages);
    receipts = List.copyOf(receipts);
    ignored = List.copyOf(ignored);
  }

  public static Reading of(ReaderMessage message) {
    return new Reading(List.of(message), List.of(), List.of());
  }

  public static Reading of(ReplyReceipt receipt) {
    return new Reading(List.of(), List.of(receipt), List.of());
  }
}
