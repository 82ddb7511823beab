package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.EDITOR;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

@NewsroomTest
class SignInLinksTests {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  @Test
  void lookingAtALinkDoesNotUseItUp() {
    var link = links.make(Newsroom.editor(editors, EDITOR).id(), FIVE_MINUTES);

    assertThat(look(link).body()).contains("<button");
    assertThat(look(link).statusCode()).isEqualTo(200);
    assertThat(use(link)).isEqualTo("/desk");
  }

  @Test
  void linkWorksOnce() {
    var link = links.make(Newsroom.editor(editors, EDITOR).id(), FIVE_MINUTES);

    assertThat(use(link)).isEqualTo("/desk");
    assertThat(use(link)).isEqualTo("/sign-in?used");
  }

  @Test
  void linkWorksOnceForManyAtTheSameMoment() throws InterruptedException {
    var link = links.make(Newsroom.editor(editors, EDITOR).id(), FIVE_MINUTES);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var uses = threads.invokeAll(Collections.nCopies(8, () -> use(link)));

      assertThat(uses.stream().map(Future::resultNow)).containsOnlyOnce("/desk");
    }
  }

  @Test
  void oldLinkIsRefused() {
    var link = links.make(Newsroom.editor(editors, EDITOR).id(), FIVE_MINUTES);
    clock.pass(FIVE_MINUTES.plusSeconds(1));

    assertThat(use(link)).isEqualTo("/sign-in?used");
  }

  @Test
  void linkOfAShutOutEditorIsRefused() {
    var editor = Newsroom.editor(editors, EDITOR);
    var link = links.make(editor.id(), FIVE_MINUTES);
    editors.disable(editor.id());

    assertThat(use(link)).isEqualTo("/sign-in?used");
  }

  @Test
  void forgedTokensAreRefused() {
    var browser = new Browser(port);

    assertThat(use(URI.create("/sign-in/link?token=" + "A".repeat(43)))).isEqualTo("/sign-in?used");
    for (var query : new String[] {"", "?token=", "?token=short", "?token[]=a", "?token=%00"}) {
      assertThat(browser.get("/sign-in/link" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void onlyAHashOfTheTokenIsKept() {
    var link = links.make(Newsroom.editor(editors, EDITOR).id(), FIVE_MINUTES);

    var kept = jdbc.sql("select token_hash from sign_in_links").query(byte[].class).list();

    assertThat(kept).contains(TokenHash.of(token(link)));
  }

  @Test
  void nobodyCanAskForALink() {
    var browser = new Browser(port);

    assertThat(
            browser
                .submit("/sign-in", "/ott/generate", Map.of("username", "boss@example.org"))
                .statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> look(URI link) {
    return new Browser(port).get(link.getRawPath() + "?" + link.getRawQuery());
  }

  /** Where pressing the button leads to. */
  private String use(URI link) {
    return new Browser(port)
        .submit("/sign-in", "/sign-in/link", Map.of("token", token(link)))
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  private static String token(URI link) {
    return link.getRawQuery().substring("token=".length());
  }
}
