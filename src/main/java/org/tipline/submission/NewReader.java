package org.tipline.submission;

import java.util.Objects;
import java.util.UUID;
import org.tipline.channel.Address;

/** A reader who writes for the first time. */
record NewReader(Incoming incoming, Readers.Known known) {

  Address address() {
    return Objects.requireNonNull(incoming.message().sender()).addresses().getFirst();
  }

  UUID id() {
    return known.reader();
  }

  NewSubmission submission() {
    return NewSubmission.of(incoming.arrival(), known, incoming.message());
  }
}
