package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueQueryTests {

  @Test
  void queueItselfNeedsNoParameters() {
    assertThat(QueueQuery.QUEUE.on("/desk")).isEqualTo("/desk");
  }

  @Test
  void wordsSurviveTheAddressBar() {
    assertThat(
            QueueQuery.of(Map.of("medium", "sms", "q", "maji & +254 {x} \"ng’ombe\" #?=%"))
                .on("/desk"))
        .isEqualTo(
            "/desk?medium=sms&q=maji%20%26%20%2B254%20%7Bx%7D%20%22ng%E2%80%99ombe%22%20%23%3F%3D%25");
  }

  @Test
  void anotherListStartsAtItsFirstPage() {
    var query = QueueQuery.of(Map.of("state", "ALL", "desk", "news", "q", "maji", "after", "mark"));
    assertThat(query.at("sports").on("/desk")).isEqualTo("/desk?state=ALL&desk=sports&q=maji");
    assertThat(query.inState(null).on("/desk")).isEqualTo("/desk?desk=news&q=maji");
    assertThat(query.by("sms").on("/desk"))
        .isEqualTo("/desk?state=ALL&medium=sms&desk=news&q=maji");
    assertThat(query.withoutWords().on("/desk")).isEqualTo("/desk?state=ALL&desk=news");
    assertThat(query.from("next").on("/desk"))
        .isEqualTo("/desk?state=ALL&desk=news&q=maji&after=next");
  }

  @Test
  void tipKeepsItsListBeside() {
    assertThat(QueueQuery.of(Map.of("desk", "news")).on("/desk/tips/K7F-3QXM"))
        .isEqualTo("/desk/tips/K7F-3QXM?desk=news");
  }
}
