package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class SampleCommandTests {

  @Autowired private Contacts contacts;
  @LocalServerPort private int port;

  @Test
  void commandSendsOneTip() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl here");
    var channel = new FormChannel(contacts, new SiteSettings("http://127.0.0.1:" + port));
    var command = channel.sampleCommand();

    assertThat(command.lines()).hasSize(1);
    var shell = new ProcessBuilder(List.of("sh", "-c", command)).redirectErrorStream(true).start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).startsWith("303 ").contains("/tip/received?t=");
  }
}
