package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class FormInBrowserTests {

  private static SmallPhone phone;

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
    var page = open(SmallPhone.options().setColorScheme(scheme), "/?lang=sw");
    SmallPhone.assertAccessible(page);
    page.click(".ways a[href^='/tip']");
    SmallPhone.assertAccessible(page);
    page.fill("#text", " ");
    page.fill("#contact", "nani");
    SmallPhone.send(page, "#problems");
    SmallPhone.assertAccessible(page);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("problems");
    page.fill("#text", "Barabara imefungwa");
    page.fill("#contact", "");
    SmallPhone.send(page, ".said");
    assertThat(page.textContent("h1")).isEqualTo("Tumeipata. Asante.");
    SmallPhone.assertAccessible(page);
  }

  @Test
  void tipIsSentWithJavaScriptOff() {
    var page = open(SmallPhone.options().setJavaScriptEnabled(false), "/tip");
    page.fill("#text", " ");
    page.setInputFiles("#files", new FilePayload("picha.jpg", "image/jpeg", new byte[] {1}));
    page.press("#place", "Enter");
    assertThat(page.textContent("#problems h2")).isEqualTo("Your tip was NOT received");

    page.fill("#text", "Barabara imefungwa");
    page.click("button[name=switch]");
    assertThat(page.textContent("h1")).isEqualTo("Una habari? Tuambie.");
    assertThat(page.inputValue("#text")).isEqualTo("Barabara imefungwa");
    assertThat(page.isChecked("[name=kept]")).isTrue();
    SmallPhone.send(page, ".reference");
    assertThat(page.textContent(".reference")).matches("[0-9A-Z]{3}-[0-9A-Z]{4}");
  }

  @Test
  void fileTooLargeIsSaidBeforeItIsUploaded(@TempDir Path folder) throws IOException {
    var video = folder.resolve("video.mp4");
    try (var file = new RandomAccessFile(video.toFile(), "rw")) {
      file.setLength(Limits.FILE_BYTES + 1);
    }
    var page = open(SmallPhone.options(), "/tip");
    page.fill("#text", "Barabara imefungwa");
    page.setInputFiles("#files", video);
    assertThat(page.textContent("#files-status")).endsWith("video.mp4");
    page.click("button.main");
    assertThat(page.url()).endsWith("/tip");

    page.setInputFiles("#files", new FilePayload("picha.jpg", "image/jpeg", new byte[] {1}));
    assertThat(page.textContent("#files-status")).isEmpty();
    page.dblclick("button.main");
    assertThat(page.textContent(".reference")).isNotBlank();
  }

  private Page open(Browser.NewContextOptions options, String path) {
    return phone.open(options, port, path);
  }
}
