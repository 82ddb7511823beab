package org.tipline.submission;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.MediaChannel;
import org.tipline.channel.MediaUnavailable;
import org.tipline.media.FileTooLarge;
import org.tipline.media.MediaStore;

/**
 * Fetches files that are still at their provider, after the tip is visible. A 404 right after the
 * webhook is normal there, so it tries for days before a file is called lost.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Twilio: media</a>
 */
@Component
class MediaFetch {

  /** The shortest time any provider keeps a file for us (Meta: 7 days). */
  static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

  private static final long MOST_BYTES = 100L << 20;

  private final Channels channels;
  private final MediaStore media;
  private final PendingFiles files;
  private final Clock clock;

  MediaFetch(Channels channels, MediaStore media, PendingFiles files, Clock clock) {
    this.channels = channels;
    this.media = media;
    this.files = files;
    this.clock = clock;
  }

  /** Throws when it is to be tried again; why is on the attachment's row. */
  void fetch(UUID id) {
    var pending = files.find(id);
    if (pending.isPresent()) {
      fetch(id, pending.get());
    }
  }

  private void fetch(UUID id, PendingFiles.PendingFile pending) {
    var channel = channels.find(pending.reference().channel(), MediaChannel.class);
    if (channel.isEmpty()) {
      later(id, pending, "The channel " + pending.reference().channel() + " is off.");
      return;
    }
    try (var content = channel.get().open(pending.reference())) {
      files.markStored(id, media.store(content, MOST_BYTES));
    } catch (FileTooLarge e) {
      files.markFailed(id, Attachment.State.LOST, "The file is larger than 100 MB.");
    } catch (MediaUnavailable e) {
      if (e.isFinal()) {
        files.markFailed(id, Attachment.State.LOST, String.valueOf(e.getMessage()));
      } else {
        later(id, pending, String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      later(id, pending, "The connection broke while the file came in.");
    }
  }

  private void later(UUID id, PendingFiles.PendingFile pending, String failure) {
    if (clock.instant().isAfter(pending.since().plus(GIVE_UP_AFTER))) {
      files.markFailed(id, Attachment.State.LOST, failure);
      return;
    }
    files.markFailed(id, Attachment.State.PENDING, failure);
    throw new NotYet(failure);
  }

  /** Tells the scheduler to come back; the reason is on the attachment's row already. */
  private static final class NotYet extends RuntimeException {

    NotYet(String reason) {
      super(reason, null, false, false);
    }
  }
}
