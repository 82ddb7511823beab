package org.tipline.channel;

/** One way readers reach us, with one provider behind it. */
public interface Channel {

  ChannelName name();

  Medium medium();

  /**
   * Reads out what a delivery carries. Pure: no I/O, no clock, so a stored delivery reads the same
   * today and when it is replayed after a fix.
   *
   * @throws UnreadableDelivery when nothing at all can be made of it; a kind we do not know yet is
   *     a message marked {@link Mark#UNSUPPORTED}, not an exception
   */
  Reading read(Delivery delivery) throws UnreadableDelivery;

  /**
   * Whether a sender who is told "try again" comes back by itself for days, as mail servers do.
   * Deliveries of any other channel are spooled while the database is away.
   */
  default boolean isSentAgain() {
    return false;
  }
}
