package org.tipline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChannelsTests {

  @Test
  void saysOnceWhichAreOn(CapturedOutput log) {
    new Channels(List.of(channel("web"), channel("email")));
    assertThat(log).containsOnlyOnce("Channels on: email, web.");

    new Channels(List.of());
    assertThat(log).contains("Channels on: none.");
  }

  private static Channel channel(String name) {
    Channel channel = mock();
    given(channel.name()).willReturn(new ChannelName(name));
    return channel;
  }
}
