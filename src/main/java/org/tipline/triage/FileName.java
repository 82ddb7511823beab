package org.tipline.triage;

import java.util.regex.Pattern;
import org.tipline.submission.Attachment;

/** The name a file is offered for saving under: what the sender wrote, made harmless. */
record FileName(String value) {

  private static final int LONGEST = 120;

  /** Controls, what turns text round so that gpj.exe reads as exe.jpg, and lone surrogates. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  /** What Windows, macOS or Linux read as more than a letter of a name. */
  private static final Pattern SPECIAL = Pattern.compile("[/\\\\:*?\"<>|%;]");

  private static final Pattern EDGES = Pattern.compile("^[.\\s~-]+|[.\\s]+$");

  static FileName of(Attachment attachment, String reference) {
    var given = attachment.name() == null ? "" : clean(attachment.name());
    if (!given.isEmpty()) {
      return new FileName(given);
    }
    var extension = SafeType.of(attachment.type()).map(SafeType::extension).orElse("bin");
    return new FileName(reference + "." + extension);
  }

  private static String clean(String name) {
    var seen = UNSEEN.matcher(name).replaceAll("");
    var plain = SPECIAL.matcher(seen).replaceAll("_");
    return shortened(EDGES.matcher(plain).replaceAll(""));
  }

  /** From the front, so that the ending stays. */
  private static String shortened(String name) {
    var points = name.codePointCount(0, name.length());
    return points <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, points - LONGEST));
  }
}
