package org.tipline.channel;

/** A way to try a channel from the inside; a channel that has one contributes a bean. */
public interface ChannelTest {

  ChannelName channel();

  /**
   * Sends {@code text} the way a reader's words come, through as much of that way as can be gone
   * from here.
   *
   * @param text one line of ASCII, at most 200 characters
   * @return what was done, and what it does not show, in sentences for an administrator
   * @throws TestFailed when it did not get through
   */
  String send(String text) throws TestFailed;
}
