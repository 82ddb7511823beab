package org.tipline.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NewsroomTest(properties = "tipline.newsroom.name=The Test")
class NewsroomTestTests {

  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private SettableClock settable;
  @LocalServerPort private int port;

  @Value("${tipline.data}")
  private Path data;

  @Value("${tipline.public-url}")
  private String publicUrl;

  @Value("${tipline.newsroom.name}")
  private String name;

  @Test
  void databaseIsMigratedAndItsZoneIsOdd() {
    assertThat(jdbc.sql("select slug from desks").query(String.class).list()).contains("news");
    assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("Asia/Kathmandu");
  }

  @Test
  void settingsOfTheTestOutrankThoseOfTheNewsroom() {
    assertThat(name).isEqualTo("The Test");
    assertThat(publicUrl).isEqualTo("https://tips.example.org");
    assertThat(data.toString()).contains("tipline-tests");
  }

  @Test
  void timePassesWhenTold() {
    settable.pass(Duration.ofDays(1));
    assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(23)));
  }

  @Test
  void applicationAnswers() {
    assertThat(new Http(port).get("/no-such-page").statusCode()).isBetween(200, 499);
  }
}
