package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.tipline.channel.Delivery;
import org.tipline.channel.Medium;
import org.tipline.intake.Acceptance;
import org.tipline.intake.Intake;

class EmailChannelTests {

  @Test
  void sampleCommandDeliversATip() throws Exception {
    assumeThat(new File("/usr/bin/curl")).exists();
    var kept = new CopyOnWriteArrayList<Delivery>();
    Intake intake = mock();
    when(intake.accept(any()))
        .thenAnswer(
            call -> {
              kept.add(call.getArgument(0));
              return Acceptance.NEW;
            });
    var settings = settings(freePort());
    var channel = new EmailChannel(settings);
    var listener = new SmtpListener(settings, intake, Clock.systemUTC());
    listener.start();
    try {
      assertThat(run(channel.sampleCommand())).isEmpty();
    } finally {
      listener.stop();
    }
    var message = channel.read(kept.getFirst()).messages().getFirst();
    assertThat(message.text()).isEqualTo("Hakuna maji mtaani kwetu tangu Jumatatu.");
    assertThat(message.details().marks()).isEmpty();
    assertThat(message.sentAt()).isNotNull();
    assertThat(channel.medium()).isEqualTo(Medium.EMAIL);
  }

  private static String run(String command) throws IOException, InterruptedException {
    var process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static EmailSettings settings(int port) {
    var smtp =
        new EmailSettings.Smtp(
            InetAddress.getLoopbackAddress(), port, 5, 5, Duration.ofSeconds(20), null, null);
    return new EmailSettings(List.of("wananchi@example.org"), DataSize.ofMegabytes(1), smtp);
  }
}
