package org.tipline.channel;

/** A file that could not be fetched; {@link #isFinal} tells whether to try again. */
public class MediaUnavailable extends Exception {

  private final boolean isFinal;

  private MediaUnavailable(String reason, boolean isFinal) {
    super(reason);
    this.isFinal = isFinal;
  }

  /** Try again later: a 404 right after the webhook, a 5xx, a time-out. */
  public static MediaUnavailable forNow(String reason) {
    return new MediaUnavailable(reason, false);
  }

  /** Never: it is not ours to fetch, or the provider has deleted it. */
  public static MediaUnavailable forGood(String reason) {
    return new MediaUnavailable(reason, true);
  }

  public boolean isFinal() {
    return isFinal;
  }
}
