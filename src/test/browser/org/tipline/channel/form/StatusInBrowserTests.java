package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.form.SmallPhone.assertAccessible;
import static org.tipline.channel.form.SmallPhone.send;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RepliesSent;

@NewsroomTest
class StatusInBrowserTests {

  private static SmallPhone phone;

  @Autowired private RepliesSent replies;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @BeforeAll
  static void launch() {
    phone = new SmallPhone();
  }

  @AfterAll
  static void close() {
    phone.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleOnASmallPhone(ColorScheme scheme) {
    var page = open(SmallPhone.options().setColorScheme(scheme), "/tip?lang=sw");
    var tip = tip(page);
    assertAccessible(page);
    answer(tip);

    page.click("a[href^='/tip/status']");
    assertThat(page.textContent("h1")).isEqualTo("Habari yako imefikia wapi?");
    assertAccessible(page);
    page.fill("#reference", tip.reference);
    page.fill("#words", "babe");
    send(page, "#problems");
    assertAccessible(page);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("problems");

    page.fill("#words", tip.words);
    send(page, ".reply");
    assertThat(page.textContent("h1")).contains(tip.reference);
    assertAccessible(page);
    page.fill("#text", " ");
    send(page, "#problems");
    assertAccessible(page);
    page.fill("#text", "Sasa maji yamerudi");
    send(page, ".said[role=status]");
    assertThat(page.textContent("h1")).isEqualTo("Tumeipata. Asante.");
    assertAccessible(page);
  }

  @Test
  void everythingWorksWithJavaScriptOff() {
    var page = open(SmallPhone.options().setJavaScriptEnabled(false), "/tip");
    var tip = tip(page);

    page.click("a[href^='/tip/status']");
    page.fill("#reference", tip.reference);
    page.fill("#words", tip.words);
    page.press("#reference", "Enter");
    page.fill("#text", "Zaidi");
    page.setInputFiles("#files", new FilePayload("picha.jpg", "image/jpeg", new byte[] {1}));
    page.click("button[name=switch]");
    assertThat(page.textContent("h1")).contains("Habari yako");
    assertThat(page.inputValue("#text")).isEqualTo("Zaidi");
    assertThat(page.isChecked("[name=kept]")).isTrue();
    send(page, ".said[role=status]");
    assertThat(page.textContent(".said")).contains("sehemu ya habari yako");
  }

  private Tip tip(Page page) {
    page.fill("#text", "Hakuna maji Pipeline");
    send(page, ".reference");
    return new Tip(page.textContent(".reference"), page.textContent(".words"));
  }

  private void answer(Tip tip) {
    var key =
        jdbc.sql(
                """
                select s.external_id from tips t join tip_submissions ts on ts.tip_id = t.id
                join submissions s on s.id = ts.submission_id where t.reference = ?
                """)
            .param(tip.reference.replace("-", ""))
            .query(String.class)
            .single();
    replies.to(key, "ANSWER", "SENT");
  }

  private Page open(Browser.NewContextOptions options, String path) {
    return phone.open(options, port, path);
  }

  private record Tip(String reference, String words) {}
}
