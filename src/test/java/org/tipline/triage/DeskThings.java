package org.tipline.triage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.moderation.ReaderTips;

/** Desks nobody else in the tests knows, and what is at them. */
class DeskThings {

  /** How the slugs of these desks begin. */
  static final String OWN = "desk-";

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Postbox postbox;
  private final Desks desks;
  private final JdbcClient jdbc;

  DeskThings(Postbox postbox, Desks desks, JdbcClient jdbc) {
    this.postbox = postbox;
    this.desks = desks;
    this.jdbc = jdbc;
  }

  Desk desk() {
    var name = OWN + UUID.randomUUID();
    return desks.open(name, "The " + name);
  }

  /** The reference of a new tip there, with a picture. */
  String tip(Desk desk, String text) {
    var picture = new IncomingFile.Enclosed(png(), "shule.png", "image/png");
    var reference = postbox.post(Postbox.someone(), text, Details.NONE, picture);
    jdbc.sql("update tips set desk_id = ? where reference = ?")
        .params(desk.id(), symbols(reference))
        .update();
    return reference;
  }

  /** The id of that tip's picture. */
  String file(String reference) {
    return jdbc.sql(
            """
            select a.id from attachments a join tip_submissions ts using (submission_id)
            join tips t on t.id = ts.tip_id where t.reference = ?
            """)
        .param(symbols(reference))
        .query(UUID.class)
        .single()
        .toString();
  }

  String version(String reference) {
    return jdbc.sql("select version from tips where reference = ?")
        .param(symbols(reference))
        .query(Long.class)
        .single()
        .toString();
  }

  String claimedBy(String reference) {
    return jdbc.sql("select coalesce(claimed_by::text, '') from tips where reference = ?")
        .param(symbols(reference))
        .query(String.class)
        .single();
  }

  String state(String reference) {
    return jdbc.sql("select state from tips where reference = ?")
        .param(symbols(reference))
        .query(String.class)
        .single();
  }

  /** One that a tip could have and none has. */
  static String unknownReference() {
    var payload =
        Stream.generate(() -> ALPHABET.charAt(ThreadLocalRandom.current().nextInt(32)))
            .limit(6)
            .map(String::valueOf)
            .collect(Collectors.joining());
    return ALPHABET
        .chars()
        .mapToObj(check -> ReaderTips.reference(payload + (char) check))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /** What fills the addresses of one desk's things. */
  Map<String, String> names(Desk desk, String reference) {
    return Map.of(
        "reference",
        reference,
        "id",
        file(reference),
        "slug",
        desk.slug(),
        "table",
        "tips",
        "name",
        "nothing");
  }

  /** What fills the same addresses with things that nobody has. */
  static Map<String, String> unknownNames() {
    return Map.of(
        "reference",
        unknownReference(),
        "id",
        UUID.randomUUID().toString(),
        "slug",
        "nowhere",
        "table",
        "tips",
        "name",
        "nothing");
  }

  static List<String> namesOf(Map<String, String> names) {
    return List.of(
        names.getOrDefault("reference", ""),
        names.getOrDefault("id", ""),
        names.getOrDefault("slug", ""));
  }

  private static String symbols(String reference) {
    return reference.replace("-", "");
  }

  private static byte[] png() {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
