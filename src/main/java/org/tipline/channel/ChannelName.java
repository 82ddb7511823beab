package org.tipline.channel;

import java.util.regex.Pattern;

/** The stable name of a channel: in its hook's path, its settings, its rows. {@code twilio-sms}. */
public record ChannelName(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  public ChannelName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a channel name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
