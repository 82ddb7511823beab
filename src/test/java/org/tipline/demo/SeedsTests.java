package org.tipline.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipline.account.Role;
import org.tipline.account.SeatRole;

class SeedsTests {

  private static final DemoSettings.Newsroom NEWSROOM =
      new DemoSettings.Newsroom("", "", "", "", "");

  private static final Pattern SENDER = Pattern.compile("&From=(?:whatsapp%3A)?(%2B\\d+)");
  private static final Pattern MEDIA = Pattern.compile("%2FMedia%2F(ME[0-9a-f]{32})");
  private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

  private final Seeds seeds =
      new Seeds(
          new DemoSettings(
              Path.of("seeds"), 0, 0, 0, "", URI.create("http://localhost"), NEWSROOM));

  @Test
  void tenStoriesComeByAllFourDoors() throws IOException {
    assertThat(seeds.stories()).hasSize(10);
    assertThat(payloads())
        .anyMatch(text -> text.startsWith("POST /hooks/twilio-sms "))
        .anyMatch(text -> text.startsWith("POST /hooks/twilio-whatsapp "))
        .anyMatch(text -> text.startsWith("Return-Path: "))
        .anyMatch(text -> text.startsWith("text: "));
  }

  @Test
  void noSenderCanBeDialled() throws IOException {
    assertThat(found(SENDER)).isNotEmpty().noneMatch(number -> isInUse(number.replace("%2B", "+")));
  }

  @Test
  void everyMediaAddressHasItsFile() throws IOException {
    assertThat(found(MEDIA)).hasSize(2);
    for (var id : found(MEDIA)) {
      assertThat(seeds.media(id)).isPresent();
    }
  }

  @Test
  void requestsAreWholeToTheByte() throws IOException {
    assertThat(payloads().stream().filter(text -> text.startsWith("POST ")))
        .allSatisfy(
            text -> {
              var length = LENGTH.matcher(text).results().findFirst().orElseThrow().group(1);
              assertThat(HttpPayload.parse(text).body()).hasSize(Integer.parseInt(length));
            });
  }

  @Test
  void editorsAreOfTheNewsroomsOwnDesks() throws IOException {
    var staff = Staff.read(seeds.staff());
    var desks = staff.desks().stream().map(Staff.Team::slug).toList();

    assertThat(desks).contains("news");
    assertThat(staff.editors())
        .hasSizeBetween(3, 6)
        .allSatisfy(
            editor -> {
              assertThat(editor.email()).endsWith("@example.org");
              assertThat(desks).containsAll(editor.seats().keySet());
            });
    assertThat(staff.editors().getFirst().roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(staff.editors().stream().flatMap(editor -> editor.seats().values().stream()))
        .contains(SeatRole.values());
  }

  private List<String> found(Pattern pattern) throws IOException {
    return payloads().stream()
        .flatMap(text -> pattern.matcher(text).results())
        .map(found -> found.group(1))
        .toList();
  }

  private List<String> payloads() throws IOException {
    return seeds.stories().stream()
        .map(Story::deliveries)
        .flatMap(List::stream)
        .map(SeedsTests::read)
        .toList();
  }

  private static String read(Path payload) {
    try {
      return Files.readString(payload, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInUse(String number) {
    try {
      var numbers = PhoneNumberUtil.getInstance();
      return numbers.isValidNumber(numbers.parse(number, "KE"));
    } catch (NumberParseException e) {
      throw new IllegalArgumentException(number, e);
    }
  }
}
