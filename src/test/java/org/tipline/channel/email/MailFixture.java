package org.tipline.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipline.channel.Delivery;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.ReaderMessage;

/** The mails under test, as they came over the wire, and the reading of them. */
final class MailFixture {

  static final Path FOLDER = Path.of("src/test/resources/channel/email");
  static final Instant RECEIVED_AT = Instant.parse("2026-11-03T07:15:33Z");
  static final OurAddresses OURS = new OurAddresses(List.of("wananchi@example.org"));

  private static final String ENDING = ".eml";

  private MailFixture() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name + ENDING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all of them, always in the same order. */
  static Stream<String> names() {
    try (var files = Files.list(FOLDER)) {
      var names = files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(ENDING));
      return names.map(name -> name.replace(ENDING, "")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReaderMessage read(String name) {
    return read(bytes(name));
  }

  static ReaderMessage read(byte[] mail) {
    return read(mail, Map.of("sender", "amina@example.org", "recipient", "wananchi@example.org"));
  }

  static ReaderMessage read(byte[] mail, Map<String, String> envelope) {
    return new MimeReader(OURS)
        .read(new Delivery(EmailChannel.NAME, "key", RECEIVED_AT, envelope, mail));
  }

  /** Of lines as a test writes them. */
  static byte[] mail(String lines) {
    return lines.replace("\n", "\r\n").getBytes(UTF_8);
  }

  static List<String> fileNames(ReaderMessage message) {
    return message.files().stream().map(file -> String.valueOf(file.name())).toList();
  }

  static String file(ReaderMessage message, int index) {
    return new String(((IncomingFile.Enclosed) message.files().get(index)).bytes(), ISO_8859_1);
  }
}
