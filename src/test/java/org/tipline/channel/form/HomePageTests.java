package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.channel.Channel;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class HomePageTests {

  private static final NewsroomSettings NEWSROOM =
      new NewsroomSettings("Citizen Digital", "KE", List.of("en", "sw"));

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/,          en,            en",
        "/,          'sw,en;q=0.5', sw",
        "/,          'fr-FR,fr',    en",
        "/,          -,             en",
        "/?lang=sw,  en,            sw",
        "/?lang=xx,  sw,            sw",
        "/tip?lang=sw, en,          sw"
      })
  void languageIsTheChosenOneElseTheBrowsers(String path, String accept, String language) {
    var http = new Http(port);
    var page = accept == null ? http.get(path) : http.get(path, "Accept-Language", accept);

    assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).isEqualTo(language);
  }

  @Test
  void pageLeadsToTheFormInItsLanguage() {
    var page = Jsoup.parse(new Http(port).get("/?lang=sw").body());

    assertThat(page.select(".ways a[href^=/tip]").attr("href")).isEqualTo("/tip?lang=sw");
    assertThat(page.select("nav a[hreflang=en]").attr("href")).isEqualTo("/?lang=en");
  }

  @Test
  void pagesHoldNoInlineStyleOrScript() {
    for (var path : List.of("/", "/tip", "/tip?lang=sw")) {
      var page = Jsoup.parse(new Http(port).get(path).body());
      assertThat(page.select("[style], style, script:not([src])")).isEmpty();
      assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }
  }

  @Test
  void offersEveryChannelThatIsOn() {
    var ways = ways("+254743570000", "twilio-sms", "twilio-whatsapp", "web", "email").all();

    assertThat(ways)
        .extracting(Way::href, Way::address)
        .containsExactly(
            tuple("sms:25170", "25170"),
            tuple("https://wa.me/254743570000", "0743 570000"),
            tuple("/tip", ""),
            tuple("mailto:wananchi@example.org", "wananchi@example.org"));
  }

  @Test
  void settingsOfAChannelThatIsOffOfferNothing() {
    assertThat(ways("+254743570000", "web").others()).isEmpty();
  }

  @Test
  void numberOfAnotherCountryIsSaidWithItsPrefix() {
    assertThat(ways("+256772123456", "twilio-whatsapp").all())
        .extracting(Way::address)
        .containsExactly("+256 772 123456");
  }

  private static Ways ways(String whatsapp, String... on) {
    var addresses =
        new PublicAddresses(
            new PublicAddresses.Line("25170"),
            new PublicAddresses.Line(whatsapp),
            new PublicAddresses.Mailbox("wananchi@example.org"));
    var channels = Stream.of(on).map(HomePageTests::channel).toList();
    return new Ways(new Channels(channels), addresses, NEWSROOM);
  }

  private static Channel channel(String name) {
    var channel = mock(Channel.class);
    when(channel.name()).thenReturn(new ChannelName(name));
    return channel;
  }
}
