package org.tipline.submission;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ReaderMessage;

/**
 * A message about to be kept.
 *
 * @param from null when the reader left no address
 */
record NewSubmission(
    UUID id, Arrival arrival, Readers.@Nullable Known from, ReaderMessage message) {

  static NewSubmission of(Arrival arrival, Readers.@Nullable Known from, ReaderMessage message) {
    return new NewSubmission(
        UuidVersion7Strategy.INSTANCE.generateUuid(null), arrival, from, message);
  }
}
