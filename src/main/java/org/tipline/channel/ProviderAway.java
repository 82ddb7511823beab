package org.tipline.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider that does not do now what it was asked; asking again later is right. */
public class ProviderAway extends Exception {

  private final @Nullable Duration after;

  /**
   * @param reason a sentence for the administrator, without the reader's words
   * @param after how long the provider asks us to wait, null when it does not say
   */
  public ProviderAway(String reason, @Nullable Duration after, @Nullable Throwable cause) {
    super(reason, cause);
    this.after = after;
  }

  public Optional<Duration> after() {
    return Optional.ofNullable(after);
  }
}
