package org.tipline.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowAnswerTests {

  @Test
  void fileThatDripsEndsWithTheTotalTimeout() throws Exception {
    try (var server = StoppingServer.dripping("HTTP/1.1 200 OK\r\n\r\n")) {
      var impatient = Configured.settings().listing(server.host()).total("600ms").build();

      assertThatThrownBy(() -> readAll(impatient, server))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("tipline.outbound.total-timeout");
    }
  }

  @Test
  void fileThatStopsEndsWithTheReadTimeout() throws Exception {
    try (var server = StoppingServer.after("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")) {
      var impatient = Configured.settings().listing(server.host()).read("300ms").build();

      assertThatThrownBy(() -> readAll(impatient, server))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("tipline.outbound.read-timeout");
    }
  }

  @Test
  void answerThatNeverBeginsIsUnreachable() throws Exception {
    try (var server = StoppingServer.after("HTTP/1.1 200 OK\r\nX-Slow: ")) {
      var impatient = Configured.settings().listing(server.host()).read("300ms").build();

      assertThatThrownBy(() -> readAll(impatient, server))
          .isInstanceOfSatisfying(
              OutboundFailed.class,
              failed -> assertThat(failed.kind()).isEqualTo(OutboundFailed.Kind.UNREACHABLE));
    }
  }

  @Test
  void fileThatIsCutOffIsNoFile() throws Exception {
    try (var server = StoppingServer.cutting("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")) {
      var settings = Configured.settings().listing(server.host()).build();

      assertThatThrownBy(() -> readAll(settings, server)).isInstanceOf(IOException.class);
    }
  }

  private static byte[] readAll(OutboundSettings settings, StoppingServer server) throws Exception {
    var allowed = List.of(server.host());
    try (var file = new Outbound(settings).get(server.address(), Map.of(), allowed)) {
      return file.readAllBytes();
    }
  }
}
