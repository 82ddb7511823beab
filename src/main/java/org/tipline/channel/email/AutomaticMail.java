package org.tipline.channel.email;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells mail that a machine wrote from mail that a person did, RFC 3834 and what programs do beside
 * it. X-Auto-Response-Suppress alone is no sign: people's own programs send it.
 */
final class AutomaticMail {

  private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply");
  private static final Set<String> ROBOTS = Set.of("mailer-daemon", "postmaster");

  private final MailPart mail;
  private final OurAddresses ours;

  AutomaticMail(MailPart mail, OurAddresses ours) {
    this.mail = mail;
    this.ours = ours;
  }

  /**
   * {@code envelopeSender} holds nothing when it is unknown and an empty text for the null sender;
   * {@code from} holds nothing when the header has no address.
   */
  boolean is(Optional<String> envelopeSender, Optional<String> from) {
    return isBounce(envelopeSender)
        || from.isEmpty()
        || Stream.concat(from.stream(), envelopeSender.stream()).anyMatch(this::isRobotOrUs)
        || saysSo()
        || isFromList()
        || mail.mediaType().equals("multipart/report")
        || answersInvitation(mail);
  }

  private boolean isBounce(Optional<String> envelopeSender) {
    return envelopeSender.filter(String::isBlank).isPresent()
        || mail.headers().first("return-path").filter("<>"::equals).isPresent();
  }

  private boolean isRobotOrUs(String address) {
    var local = address.substring(0, Math.max(address.lastIndexOf('@'), 0));
    return ROBOTS.contains(local.toLowerCase(Locale.ROOT)) || ours.hold(address);
  }

  private boolean saysSo() {
    return mail.headers().all("auto-submitted").anyMatch(value -> !isWord(value, "no"))
        || mail.headers().has("x-autoreply")
        || mail.headers().has("x-autorespond")
        || mail.headers().all("x-loop").anyMatch(ours::hold);
  }

  private boolean isFromList() {
    return mail.headers().all("precedence").anyMatch(AutomaticMail::isBulk)
        || mail.headers().hasAnyStartingWith("list-")
        || mail.headers().has("feedback-id");
  }

  private static boolean isBulk(String precedence) {
    return PRECEDENCES.contains(precedence.strip().toLowerCase(Locale.ROOT));
  }

  /** The value may have parameters and remarks behind it. */
  private static boolean isWord(String value, String word) {
    return HeaderValue.parse(value).value().equals(word);
  }

  private static boolean answersInvitation(MailPart part) {
    var method = part.type().parameter("method").orElse("");
    return (part.mediaType().equals("text/calendar") && method.equalsIgnoreCase("reply"))
        || part.children().stream().anyMatch(AutomaticMail::answersInvitation);
  }
}
