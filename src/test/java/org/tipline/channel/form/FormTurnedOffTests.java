package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.channel.Channels;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest(properties = "tipline.channels.web.enabled=false")
class FormTurnedOffTests {

  @Autowired private Channels channels;
  @LocalServerPort private int port;

  @Test
  void formIsNotThereAndNotOffered() {
    var http = new Http(port);

    assertThat(channels.find(FormChannel.NAME)).isEmpty();
    assertThat(http.get("/tip").statusCode()).isEqualTo(404);
    assertThat(http.post("/tip", Map.of("text", "x")).statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(http.get("/").body()).select(".ways a")).isEmpty();
  }
}
