package org.tipline.channel.form;

import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tipline.channel.ReceiptCodes;
import org.tipline.channel.TipReferences;
import org.tipline.intake.Intake;

/** Finds the reference of a tip that was just received; the sorter is at work on it meanwhile. */
@Component
class Receipts {

  private static final String PURPOSE = "form-receipt";
  private static final String ADDITION = "addition-receipt";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Stamp stamp;
  private final TipReferences references;
  private final ReceiptCodes codes;
  private final Intake intake;

  Receipts(Stamp stamp, TipReferences references, ReceiptCodes codes, Intake intake) {
    this.stamp = stamp;
    this.references = references;
    this.codes = codes;
    this.intake = intake;
  }

  String issue(FormToken token) {
    return stamp.put(PURPOSE, token.bytes());
  }

  Optional<FormToken> read(String receipt) {
    return stamp.read(PURPOSE, receipt).map(FormToken::of);
  }

  String issueForAddition(FormToken token) {
    return stamp.put(ADDITION, token.bytes());
  }

  boolean isForAddition(String receipt) {
    return stamp.read(ADDITION, receipt).isPresent();
  }

  /**
   * The words to come back with; none once they are not shown any more, or while nobody can tell.
   */
  Optional<String> words(FormToken token) {
    if (intake.isBehind()) {
      return Optional.empty();
    }
    try {
      return codes.show(FormChannel.NAME, token.key());
    } catch (DataAccessException | TransactionException e) {
      return Optional.empty();
    }
  }

  /** Waits a moment; empty when it takes longer, or when the store is away: both pass. */
  Optional<String> reference(FormToken token) {
    if (intake.isBehind()) {
      return Optional.empty(); // a database that is away would be waited for
    }
    try {
      return await(token.key());
    } catch (DataAccessException | TransactionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<String> await(String key) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var reference = references.of(FormChannel.NAME, key);
    while (reference.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      reference = references.of(FormChannel.NAME, key);
    }
    return reference;
  }
}
