package org.tipline.reply;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.submission.KnownReaders;
import org.tipline.submission.Language;
import org.tipline.submission.Submission;

/** The language a reader is answered in. */
@Component
class ReaderLanguage {

  /** Messages looked back at. */
  private static final int LATEST = 5;

  private final KnownReaders readers;

  ReaderLanguage(KnownReaders readers) {
    this.readers = readers;
  }

  /** Of that message, else of the reader's latest one that tells; null: nobody can tell. */
  @Nullable String of(Submission submission) {
    var here = one(submission.language());
    return here == null ? before(submission) : here;
  }

  /** Of the word they sent, where it belongs to one. */
  @Nullable String of(Command command, Submission submission) {
    return command.language() == null ? before(submission) : command.language();
  }

  private @Nullable String before(Submission submission) {
    if (submission.readerId() == null) {
      return null;
    }
    return readers.latestOf(submission.readerId(), LATEST).stream()
        .filter(earlier -> !earlier.id().equals(submission.id()))
        .flatMap(earlier -> Optional.ofNullable(one(earlier.language())).stream())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String one(Language language) {
    return language == Language.MIXED ? null : language.code();
  }
}
