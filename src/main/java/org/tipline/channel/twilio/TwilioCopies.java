package org.tipline.channel.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipline.channel.ProviderAway;

/**
 * Deletes what Twilio keeps of a message. Files are resources of their own and would stay.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource#delete-media">Media</a>
 */
class TwilioCopies {

  private final TwilioApi api;
  private final DeleteAfter deleteAfter;

  TwilioCopies(TwilioApi api, DeleteAfter deleteAfter) {
    this.api = api;
    this.deleteAfter = deleteAfter;
  }

  Optional<Duration> eraseAfter() {
    return deleteAfter.wanted();
  }

  /** Error 20009, "too early", is one of those that go away by themselves. */
  void erase(String sid) throws ProviderAway {
    try {
      for (var file : files(sid)) {
        unlessGone(() -> api.deleteFile(sid, file.sid()));
      }
      unlessGone(() -> api.delete(sid));
    } catch (TwilioFailed e) {
      throw e.away();
    }
  }

  private List<TwilioFile> files(String sid) throws TwilioFailed {
    try {
      return api.files(sid);
    } catch (TwilioFailed e) {
      if (e.isNotFound()) {
        return List.of();
      }
      throw e;
    }
  }

  private static void unlessGone(Deletion deletion) throws TwilioFailed {
    try {
      deletion.run();
    } catch (TwilioFailed e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
  }

  private interface Deletion {
    void run() throws TwilioFailed;
  }
}
