package org.tipline.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The key of a mail: its bytes and the recipients it was for, so that a mail sent again is a
 * repeat. Message-ID is not part of the question: two mails may share one, and a mail may have
 * none.
 */
final class DeliveryKey {

  /**
   * What each relay on the way puts on top: a mail that comes again by another way differs here.
   */
  private static final Set<String> TRACE =
      Set.of(
          "received",
          "x-received",
          "received-spf",
          "return-path",
          "delivered-to",
          "x-original-to",
          "authentication-results");

  private DeliveryKey() {}

  static String of(byte[] mail, Collection<String> recipients) {
    var digest = sha256();
    for (var recipient : normal(recipients)) {
      digest.update((recipient + "\n").getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) '\n');
    var start = endOfTrace(Span.of(mail));
    digest.update(mail, start, mail.length - start);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Set<String> normal(Collection<String> recipients) {
    var normal = new TreeSet<String>();
    for (var recipient : recipients) {
      normal.add(recipient.toLowerCase(Locale.ROOT));
    }
    return normal;
  }

  private static int endOfTrace(Span mail) {
    var at = mail.from();
    while (isTrace(mail, at)) {
      do {
        at = mail.nextLine(at);
      } while (mail.isFolded(at));
    }
    return at;
  }

  private static boolean isTrace(Span mail, int at) {
    var line = mail.sub(at, Math.min(mail.nextLine(at), at + 64)).latin1();
    var colon = line.indexOf(':');
    if (colon < 1) {
      return false;
    }
    var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return TRACE.contains(name) || name.startsWith("arc-");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
