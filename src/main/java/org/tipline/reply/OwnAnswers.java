package org.tipline.reply;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.Channels;
import org.tipline.channel.Medium;
import org.tipline.channel.ReplyChannel;
import org.tipline.submission.ReaderAddresses;
import org.tipline.submission.Submission;

/**
 * What Tipline says by itself, in the transaction the reader's message came in. What cannot be said
 * is left unsaid: it never keeps a message out of the queue.
 */
@Component
class OwnAnswers {

  private static final Logger log = LoggerFactory.getLogger(OwnAnswers.class);

  /** Where a person may be at the other end; short codes and words are programs. */
  private static final Set<Address.Kind> PEOPLE =
      EnumSet.of(Address.Kind.PHONE, Address.Kind.WHATSAPP_USER, Address.Kind.EMAIL);

  private final Channels channels;
  private final ReaderAddresses addresses;
  private final AnswerLimits limits;
  private final Replies replies;

  OwnAnswers(Channels channels, ReaderAddresses addresses, AnswerLimits limits, Replies replies) {
    this.channels = channels;
    this.addresses = addresses;
    this.limits = limits;
    this.replies = replies;
  }

  /** Whether it came from a person's own address; one typed into the form is anybody's. */
  boolean isFromPerson(Submission submission) {
    return submission.medium() != Medium.WEB
        && addresses.kindOf(submission.id()).filter(PEOPLE::contains).isPresent();
  }

  /** Answers that message if it can be answered and the reader has not heard enough; true if so. */
  boolean say(ReplyKind kind, Submission to, @Nullable UUID tip, String text) {
    var reader = to.readerId();
    if (reader == null
        || channels.find(to.channel(), ReplyChannel.class).isEmpty()
        || !isFromPerson(to)
        || !limits.allow(reader, kind)) {
      return false;
    }
    try {
      replies.write(new NewReply(kind, to.id(), tip, null, text, null));
      return true;
    } catch (CannotReply e) {
      log.info("submission {} gets no {}: {}", to.id(), kind, e.getMessage());
      return false;
    }
  }
}
