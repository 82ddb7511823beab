package org.tipline.channel.email;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Mark;

/** What is in a mail: the words its reader wrote, and all else as files. */
final class MailContent {

  /** Characters that are shown; a longer text is a file too, whole. */
  static final int LONGEST_TEXT = 200_000;

  /** Enough for that many characters in any charset. */
  private static final int LONGEST_TEXT_BYTES = 1 << 20;

  private static final Set<String> SECURED =
      Set.of(
          "multipart/encrypted",
          "multipart/signed",
          "application/pkcs7-mime",
          "application/x-pkcs7-mime",
          "application/pgp-encrypted");

  private final StringBuilder together = new StringBuilder();
  private final String text;
  private final List<IncomingFile> files = new ArrayList<>();
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

  MailContent(MailPart mail) {
    add(mail);
    text = together.toString().stripTrailing();
    if (text.contains("-----BEGIN PGP MESSAGE-----")
        || text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
      marks.add(Mark.ENCRYPTED);
    }
  }

  /** Lines end in LF. */
  String text() {
    return text;
  }

  List<IncomingFile> files() {
    return files;
  }

  Set<Mark> marks() {
    return marks;
  }

  private void add(MailPart part) {
    if (SECURED.contains(part.mediaType())) {
      marks.add(Mark.ENCRYPTED);
    }
    if (part.isMultipart()) {
      addMultipart(part);
    } else if (part.isWords()) {
      addWords(part);
    } else {
      addFile(part);
    }
  }

  private void addMultipart(MailPart part) {
    if (part.children().isEmpty()) {
      marks.add(Mark.UNSUPPORTED);
      addPlain(part);
    } else if (part.mediaType().equals("multipart/alternative")) {
      addAlternative(part.children());
    } else {
      part.children().forEach(this::add);
    }
  }

  /** One of them is read; of the others only the files count, such as pictures and invitations. */
  private void addAlternative(List<MailPart> alternatives) {
    var chosen = choose(alternatives);
    for (var i = 0; i < alternatives.size(); i++) {
      if (i == chosen) {
        add(alternatives.get(i));
      } else {
        addFilesOf(alternatives.get(i));
      }
    }
  }

  /** Plain text if there is any in it, else the last, which its writer holds for the richest. */
  private static int choose(List<MailPart> alternatives) {
    for (var i = 0; i < alternatives.size(); i++) {
      if (alternatives.get(i).isPlain() && !decodePlain(alternatives.get(i)).isBlank()) {
        return i;
      }
    }
    var last = alternatives.size() - 1;
    while (last > 0 && !alternatives.get(last).hasWords()) {
      last--;
    }
    return last;
  }

  private void addFilesOf(MailPart part) {
    if (part.isMultipart()) {
      part.children().forEach(this::addFilesOf);
    } else if (!part.isAnotherWording()) {
      add(part);
    }
  }

  private void addWords(MailPart part) {
    if (part.isHtml()) {
      addHtml(part);
    } else {
      addPlain(part);
    }
  }

  private void addHtml(MailPart part) {
    var bytes = part.decoded();
    var words = HtmlText.of(MailCharset.decodeHtml(bytes, part.type().parameter("charset")));
    if (words.isEmpty()) {
      marks.add(Mark.UNSUPPORTED);
      files.add(new IncomingFile.Enclosed(bytes, "message.html", "text/html"));
    } else if (!append(CleanText.of(words.get()))) {
      incomplete(new IncomingFile.Enclosed(bytes, "message.html", "text/html"));
    }
  }

  private void addPlain(MailPart part) {
    var bytes = part.decoded();
    if (!append(decodePlain(part)) || bytes.length > LONGEST_TEXT_BYTES) {
      incomplete(new IncomingFile.Enclosed(bytes, "message.txt", "text/plain"));
    }
  }

  private void incomplete(IncomingFile whole) {
    marks.add(Mark.INCOMPLETE);
    files.add(whole);
  }

  private static String decodePlain(MailPart part) {
    var bytes = firstOf(part.decoded());
    var text = CleanText.of(MailCharset.decode(bytes, part.type().parameter("charset").orElse("")));
    var isFlowed = part.type().parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    var deletesBlank = part.type().parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
    return isFlowed ? FlowedText.of(text, deletesBlank) : text;
  }

  /** Cut at a line's end, so that no character is. */
  private static byte[] firstOf(byte[] bytes) {
    if (bytes.length <= LONGEST_TEXT_BYTES) {
      return bytes;
    }
    var end = LONGEST_TEXT_BYTES;
    while (end > LONGEST_TEXT_BYTES / 2 && bytes[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  /** Whether all of it found room. */
  private boolean append(String words) {
    if (!together.isEmpty() && together.charAt(together.length() - 1) != '\n') {
      together.append('\n');
    }
    var room = Math.max(LONGEST_TEXT - together.length(), 0);
    together.append(room == 0 ? "" : CleanText.cut(words, room));
    return words.length() <= room;
  }

  private void addFile(MailPart part) {
    var isMail = part.mediaType().equals("message/rfc822");
    var name = part.fileName().orElse(isMail ? "forwarded.eml" : null);
    files.add(new IncomingFile.Enclosed(part.decoded(), name, part.mediaType()));
  }
}
