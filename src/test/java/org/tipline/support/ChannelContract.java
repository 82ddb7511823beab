package org.tipline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every channel owes its readers, whatever its wire looks like. A channel's test says how its
 * provider talks; the cases come for free.
 */
public interface ChannelContract {

  Wire wire();

  StoreAway store();

  QueueWatch queue();

  /**
   * What the provider hears then: "received" for what is spooled, unless it comes back by itself.
   */
  default Verdict whileTheStoreIsAway() {
    return Verdict.RECEIVED;
  }

  /** How this channel's provider talks to us, on the real wire. */
  interface Wire {

    /** Delivers a text under the provider's id; the same id again is the provider's repeat. */
    Verdict deliver(String id, String text) throws Exception;

    /** Delivers what only somebody else can have sent. */
    Verdict forge(String id, String text) throws Exception;

    /** Delivers more than the channel takes. */
    Verdict oversize(String id) throws Exception;

    /** Delivers a kind of message nobody has heard of yet, with the text in it where it can be. */
    Verdict unknownKind(String id, String text) throws Exception;
  }

  /** What the provider heard. */
  enum Verdict {
    RECEIVED,
    TRY_AGAIN,
    REFUSED
  }

  @Test
  default void validTipIsReceivedAndWaitsInTheQueue() throws Exception {
    var text = "valid " + UUID.randomUUID();
    assertThat(wire().deliver("1" + UUID.randomUUID(), text)).isEqualTo(Verdict.RECEIVED);
    await().until(() -> queue().tipsWith(text) == 1);
    assertThat(queue().isWaiting(text)).isTrue();
  }

  @Test
  default void forgedTipIsRefusedAndNotKept() throws Exception {
    var text = "forged " + UUID.randomUUID();
    assertThat(wire().forge(UUID.randomUUID().toString(), text)).isEqualTo(Verdict.REFUSED);
    assertThat(wire().deliver(UUID.randomUUID().toString(), text + " but genuine"))
        .isEqualTo(Verdict.RECEIVED);
    await().until(() -> queue().tipsWith(text) == 1);
  }

  @Test
  default void oversizedTipIsRefusedForGood() throws Exception {
    assertThat(wire().oversize(UUID.randomUUID().toString())).isEqualTo(Verdict.REFUSED);
  }

  @Test
  default void fiftyCopiesInParallelAreOneTipAndOneNotice() throws Exception {
    var id = UUID.randomUUID().toString();
    var text = "repeated " + id;
    try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 50)
              .<Callable<Verdict>>mapToObj(_ -> () -> wire().deliver(id, text))
              .toList();
      for (var call : copies.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(Verdict.RECEIVED);
      }
    }
    await().until(() -> queue().tipsWith(text) == 1);
    await().until(queue()::isSorted);
    assertThat(queue().submissionsWith(text)).isEqualTo(1);
    assertThat(queue().mostNoticesOfOneEditor(text)).isLessThanOrEqualTo(1);
  }

  @Test
  default void unknownKindIsSeenByEditors() throws Exception {
    var id = UUID.randomUUID().toString();
    var text = "unheard of " + id;
    assertThat(wire().unknownKind(id, text)).isEqualTo(Verdict.RECEIVED);
    await().until(() -> queue().tipsWith(text) == 1);
  }

  @Test
  default void storeThatIsAwayOrHangsLosesNothing() throws Exception {
    var id = UUID.randomUUID().toString();
    var text = "store away " + id;
    for (StoreAway.Way way : StoreAway.Way.values()) {
      try (var away = store().begin(way)) {
        var began = System.nanoTime();
        assertThat(wire().deliver(id, text)).as("%s", away).isEqualTo(whileTheStoreIsAway());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
      }
    }
    var kept = whileTheStoreIsAway() == Verdict.RECEIVED ? 1 : 0;
    await().ignoreExceptions().until(() -> queue().tipsWith(text) == kept);
    await().until(() -> wire().deliver(id, text) == Verdict.RECEIVED);
    await().until(() -> queue().tipsWith(text) == 1);
    await().until(queue()::isSorted);
    assertThat(queue().submissionsWith(text)).isEqualTo(1);
  }
}
