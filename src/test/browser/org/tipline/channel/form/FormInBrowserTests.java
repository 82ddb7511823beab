package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class FormInBrowserTests {

  private static final int NARROW = 320;

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort private int port;

  @BeforeAll
  static void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--no-first-run",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    playwright.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleOnASmallPhone(ColorScheme scheme) {
    var page = open(phone().setColorScheme(scheme), "/?lang=sw");
    assertAccessible(page);
    page.click(".ways a[href^='/tip']");
    assertAccessible(page);
    page.fill("#text", " ");
    page.fill("#contact", "nani");
    send(page, "#problems");
    assertAccessible(page);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("problems");
    page.fill("#text", "Barabara imefungwa");
    page.fill("#contact", "");
    send(page, ".said");
    assertThat(page.textContent("h1")).isEqualTo("Tumeipata. Asante.");
    assertAccessible(page);
  }

  @Test
  void tipIsSentWithJavaScriptOff() {
    var page = open(phone().setJavaScriptEnabled(false), "/tip");
    page.fill("#text", " ");
    page.setInputFiles("#files", new FilePayload("picha.jpg", "image/jpeg", new byte[] {1}));
    page.press("#place", "Enter");
    assertThat(page.textContent("#problems h2")).isEqualTo("Your tip was NOT received");

    page.fill("#text", "Barabara imefungwa");
    page.click("button[name=switch]");
    assertThat(page.textContent("h1")).isEqualTo("Una habari? Tuambie.");
    assertThat(page.inputValue("#text")).isEqualTo("Barabara imefungwa");
    assertThat(page.isChecked("[name=kept]")).isTrue();
    send(page, ".reference");
    assertThat(page.textContent(".reference")).matches("[0-9A-Z]{3}-[0-9A-Z]{4}");
  }

  @Test
  void fileTooLargeIsSaidBeforeItIsUploaded() {
    var page = open(phone(), "/tip");
    page.fill("#text", "Barabara imefungwa");
    page.setInputFiles(
        "#files", new FilePayload("video.mp4", "video/mp4", new byte[(int) Limits.FILE_BYTES + 1]));
    assertThat(page.textContent("#files-status")).endsWith("video.mp4");
    page.click("button.main");
    assertThat(page.url()).endsWith("/tip");

    page.setInputFiles("#files", new FilePayload("picha.jpg", "image/jpeg", new byte[] {1}));
    assertThat(page.textContent("#files-status")).isEmpty();
    page.dblclick("button.main");
    assertThat(page.textContent(".reference")).isNotBlank();
  }

  private Page open(Browser.NewContextOptions options, String path) {
    var page = browser.newContext(options).newPage();
    page.navigate("http://127.0.0.1:" + port + path);
    return page;
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(NARROW, 640).setLocale("en-KE");
  }

  private static void send(Page page, String answer) {
    page.click("button.main");
    page.waitForSelector(answer);
  }

  private static void assertAccessible(Page page) {
    var broken = new ArrayList<String>();
    new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze()
        .getViolations()
        .forEach(rule -> broken.add(rule.getId() + ": " + rule.getHelp()));
    assertThat(broken).as(page.url()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }
}
