package org.tipline.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.ReplyTemplate;

/** What is known before a reply is sent: that it cannot be, why, and what works instead. */
@Component
class ReplyCheck {

  private final JdbcClient jdbc;
  private final Channels channels;
  private final OptOuts optOuts;
  private final Clock clock;

  ReplyCheck(JdbcClient jdbc, Channels channels, OptOuts optOuts, Clock clock) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.optOuts = optOuts;
    this.clock = clock;
  }

  /**
   * The reply's words as they are to be sent.
   *
   * @throws CannotReply when they cannot be
   */
  String words(NewReply reply) {
    var answered = answered(reply.submissionId());
    var channel = channel(answered);
    checkReader(reply, answered, channel);
    var words =
        reply.template() == null
            ? freeText(reply.text(), answered, channel.rules())
            : filled(reply.template(), channel.rules());
    if (words.length() > channel.rules().longest()) {
      throw new CannotReply(
          "A reply by %s has at most %,d characters; this one has %,d."
              .formatted(answered.medium().label(), channel.rules().longest(), words.length()));
    }
    return words;
  }

  private Answered answered(UUID submission) {
    return jdbc.sql(
            """
            select s.channel, s.medium, a.kind, (
              select max(least(coalesce(l.sent_at, l.received_at), l.received_at))
              from submissions l where l.reader_id = s.reader_id and l.channel = s.channel) last_at
            from submissions s left join reader_addresses a on a.id = s.address_id where s.id = ?
            """)
        .param(submission)
        .query((rs, _) -> answered(rs))
        .optional()
        .orElseThrow(() -> new CannotReply("The message to be answered is not there any more."));
  }

  private static Answered answered(ResultSet rs) throws SQLException {
    var kind = rs.getString("kind");
    var last = rs.getTimestamp("last_at");
    return new Answered(
        new ChannelName(rs.getString("channel")),
        Medium.valueOf(rs.getString("medium")),
        kind == null ? null : Address.Kind.valueOf(kind),
        last == null ? null : last.toInstant());
  }

  private ReplyChannel channel(Answered answered) {
    var channel = channels.find(answered.channel());
    if (channel.isEmpty()) {
      throw new CannotReply(
          "The channel "
              + answered.channel()
              + " is off. An administrator can switch it on by its settings.");
    }
    return channel
        .filter(ReplyChannel.class::isInstance)
        .map(ReplyChannel.class::cast)
        .orElseThrow(
            () ->
                new CannotReply(
                    "Tipline takes "
                        + answered.medium().label()
                        + " here and is not set up to send any. An administrator can change"
                        + " that."));
  }

  private void checkReader(NewReply reply, Answered answered, ReplyChannel channel) {
    if (!channel.isFetched() && answered.kind() == null) {
      throw new CannotReply("The reader left no address, so there is nobody to answer to.");
    }
    if (!channel.isFetched() && answered.kind() == Address.Kind.WORD) {
      throw new CannotReply(
          "The message came from a name instead of a number, and nothing can be sent to a name.");
    }
    if (!reply.kind().isAskedFor() && optOuts.isOptedOut(reply.submissionId())) {
      throw new CannotReply(
          "The reader has asked to hear nothing more by "
              + answered.medium().label()
              + ". They can undo that by writing START.");
    }
  }

  private String freeText(String text, Answered answered, ReplyRules rules) {
    var words = text.replace('\u0000', '\uFFFD').strip();
    if (words.isEmpty()) {
      throw new CannotReply("A reply needs words.");
    }
    if (rules.window() != null && isClosed(answered.lastAt(), rules.window())) {
      throw new CannotReply(closed(answered, rules, rules.window()));
    }
    return words;
  }

  private boolean isClosed(@Nullable Instant lastAt, Duration window) {
    return lastAt == null || !clock.instant().isBefore(lastAt.plus(window));
  }

  private static String closed(Answered answered, ReplyRules rules, Duration window) {
    return "The reader last wrote more than %d hours ago, and %s then takes only approved templates. %s"
        .formatted(
            window.toHours(),
            answered.medium().label(),
            rules.templates().isEmpty()
                ? "None is configured; once the reader writes again you can answer."
                : "Choose one of them.");
  }

  private static String filled(FilledTemplate filled, ReplyRules rules) {
    var template =
        rules.templates().stream()
            .filter(known -> known.id().equals(filled.template()))
            .findFirst()
            .orElseThrow(
                () ->
                    new CannotReply(
                        "That template is not configured any more; choose another one."));
    checkVariables(filled, template);
    return template.filled(filled.variables());
  }

  private static void checkVariables(FilledTemplate filled, ReplyTemplate template) {
    if (filled.variables().size() != template.gaps()
        || filled.variables().stream().anyMatch(String::isBlank)) {
      throw new CannotReply(
          "The template “%s” has %d gaps; fill in each of them."
              .formatted(template.name(), template.gaps()));
    }
  }

  /**
   * The message that is to be answered.
   *
   * @param kind of the address it came from, null when none was left
   * @param lastAt when its reader last wrote by that channel, null when nobody can tell
   */
  private record Answered(
      ChannelName channel, Medium medium, Address.@Nullable Kind kind, @Nullable Instant lastAt) {}
}
