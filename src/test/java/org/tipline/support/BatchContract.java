package org.tipline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of a channel whose provider puts several messages into one delivery. */
public interface BatchContract extends ChannelContract {

  @Override
  BatchWire wire();

  /** How such a provider talks to us. */
  interface BatchWire extends Wire {

    /** Delivers texts by their ids, each from a reader of its own, all in one delivery. */
    Verdict deliverTogether(Map<String, String> texts) throws Exception;
  }

  @Test
  default void eachMessageOfADeliveryIsATip() throws Exception {
    var texts = texts(20);
    assertThat(wire().deliverTogether(texts)).isEqualTo(Verdict.RECEIVED);
    awaitOnce(texts);
    assertThat(texts.values()).allMatch(queue()::isWaiting);
  }

  /** Providers put together anew what they deliver again. */
  @Test
  default void messageThatComesAgainAmongNewOnesIsOneTip() throws Exception {
    var texts = texts(3);
    var again = new LinkedHashMap<>(texts(2));
    again.putAll(texts);
    var alone = texts.entrySet().iterator().next();

    assertThat(wire().deliver(alone.getKey(), alone.getValue())).isEqualTo(Verdict.RECEIVED);
    assertThat(wire().deliverTogether(texts)).isEqualTo(Verdict.RECEIVED);
    assertThat(wire().deliverTogether(texts)).isEqualTo(Verdict.RECEIVED);
    assertThat(wire().deliverTogether(again)).isEqualTo(Verdict.RECEIVED);
    awaitOnce(again);
  }

  private void awaitOnce(Map<String, String> texts) {
    for (var text : texts.values()) {
      await().until(() -> queue().tipsWith(text) == 1);
    }
    await().until(queue()::isSorted);
    assertThat(texts.values()).allMatch(text -> queue().submissionsWith(text) == 1);
  }

  private static Map<String, String> texts(int number) {
    var texts = new LinkedHashMap<String, String>();
    for (var n = 0; n < number; n++) {
      var id = UUID.randomUUID().toString();
      texts.put(id, "batched " + id);
    }
    return texts;
  }
}
