package org.tipline.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyRules;
import org.tipline.moderation.TipView;
import org.tipline.reply.Correspondence;
import org.tipline.reply.Correspondences;
import org.tipline.submission.Submission;

/** Finds out how a tip's reader can be answered, before anybody writes in vain. */
@Component
class ReplyWays {

  private static final ReplyRules NOTHING = new ReplyRules(0, false, null, List.of());

  private final Channels channels;
  private final Correspondences correspondences;
  private final Clock clock;
  private final Texts texts;

  ReplyWays(Channels channels, Correspondences correspondences, Clock clock, Texts texts) {
    this.channels = channels;
    this.correspondences = correspondences;
    this.clock = clock;
    this.texts = texts;
  }

  /** As it is now. */
  ReplyWay of(TipView view) {
    return of(view, correspondences.of(view.tip().id(), answered(view.submissions()).id()));
  }

  /** As the page shows it. */
  ReplyWay of(TipView view, Correspondence known) {
    var answered = answered(view.submissions());
    if (view.mergedInto() != null) {
      return none(answered, texts.of("desk.reply.no.merged", view.mergedInto()));
    }
    return channels
        .find(answered.channel(), ReplyChannel.class)
        .map(channel -> by(channel, answered, known))
        .orElseGet(() -> none(answered, mute(answered)));
  }

  /** The reader's last words; a machine's answer in between is nobody's. */
  static Submission answered(List<Submission> submissions) {
    return submissions.reversed().stream()
        .filter(submission -> !submission.marks().contains(Mark.AUTOMATIC))
        .findFirst()
        .orElse(submissions.getLast());
  }

  private ReplyWay by(ReplyChannel channel, Submission answered, Correspondence known) {
    var closesAt = closesAt(channel.rules(), known.lastWroteAt());
    var isOpen = closesAt == null || clock.instant().isBefore(closesAt);
    return new ReplyWay(
        answered.id(),
        answered.medium(),
        hindrance(channel, answered, known.isOptedOut(), isOpen),
        channel.rules(),
        channel.isFetched(),
        closesAt,
        isOpen,
        isUnwanted(answered));
  }

  /** What the reader wrote into other tips counts too. */
  private static @Nullable Instant closesAt(ReplyRules rules, @Nullable Instant lastWroteAt) {
    return rules.window() == null || lastWroteAt == null ? null : lastWroteAt.plus(rules.window());
  }

  private @Nullable String hindrance(
      ReplyChannel channel, Submission answered, boolean isOptedOut, boolean isOpen) {
    if (answered.readerId() == null && !channel.isFetched()) {
      return texts.of("desk.reply.no.address");
    }
    if (isOptedOut) {
      return texts.of("desk.reply.no.stop");
    }
    if (!isOpen && channel.rules().templates().isEmpty()) {
      return texts.of("desk.reply.no.window", name(answered));
    }
    return null;
  }

  private String mute(Submission answered) {
    return channels.find(answered.channel()).isPresent()
        ? texts.of("desk.reply.no.sending", name(answered))
        : texts.of("desk.reply.no.channel", answered.channel());
  }

  private String name(Submission answered) {
    return texts
        .find("desk.medium." + answered.medium())
        .orElseGet(() -> answered.medium().label());
  }

  private static ReplyWay none(Submission answered, String hindrance) {
    return new ReplyWay(
        answered.id(),
        answered.medium(),
        hindrance,
        NOTHING,
        false,
        null,
        false,
        isUnwanted(answered));
  }

  /** Only the form asks; silence elsewhere says nothing. */
  private static boolean isUnwanted(Submission submission) {
    return submission.medium() == Medium.WEB && !submission.marks().contains(Mark.MAY_CONTACT);
  }
}
