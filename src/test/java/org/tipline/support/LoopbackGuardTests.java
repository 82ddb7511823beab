package org.tipline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class LoopbackGuardTests {

  /** RFC 5737: an address that belongs to nobody. */
  private static final String ELSEWHERE = "192.0.2.1";

  @Test
  void namesElsewhereDoNotResolve() {
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> InetAddress.getAllByName("api.example.org"));
  }

  @Test
  void namesATestIsToldResolve() throws UnknownHostException {
    LoopbackNames.point("media.example.org", ELSEWHERE);
    assertThat(InetAddress.getAllByName("media.example.org"))
        .containsExactly(InetAddress.ofLiteral(ELSEWHERE));
  }

  @Test
  void socketsElsewhereAreRefused() throws IOException {
    try (var socket = new Socket()) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> socket.connect(new InetSocketAddress(ELSEWHERE, 80), 100));
    }
  }

  @Test
  void httpElsewhereIsRefused() {
    var request = HttpRequest.newBuilder(URI.create("http://" + ELSEWHERE + "/")).build();
    try (var client = HttpClient.newHttpClient()) {
      assertThatException()
          .isThrownBy(() -> client.send(request, BodyHandlers.discarding()))
          .withStackTraceContaining("tests stay on loopback");
    }
  }

  @Test
  void loopbackIsOpen() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var socket = new Socket("localhost", server.getLocalPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }
}
