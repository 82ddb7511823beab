package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

@NewsroomTest(properties = "tipline.channels.web.posts-per-minute=1")
class FormFloodTests {

  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  @Test
  void postOverTheLimitKeepsTheTextAndIsTakenLater() {
    var http = new Http(port);
    FilledForm.opened(http).with("text", "moja").send(http);
    var refused =
        FilledForm.opened(http).with("text", "mbili").withFile("a.jpg", new byte[9]).send(http);

    assertThat(refused.statusCode()).isEqualTo(429);
    var page = Jsoup.parse(refused.body());
    assertThat(page.select("#text").text()).isEqualTo("mbili");
    clock.pass(Duration.ofMinutes(2));
    assertThat(FilledForm.of(page).with("text", "mbili").send(http).statusCode()).isEqualTo(303);
  }
}
