package org.tipline.reply;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.SmsSegments;
import org.tipline.channel.SmsText;

/** Looks at every text before the first reader gets one; the first bad one stops the start. */
final class TextCheck {

  private static final String TEXTS = "tipline.reply.texts.";
  private static final String CANNED = "tipline.reply.canned.";
  private static final String NAME = "name";

  /** Room that a text must leave for a link; a longer one costs a second part. */
  private static final String LINK = "x".repeat(60);

  private static final String REFERENCE = "XXX-XXXX";

  private final ReplySettings settings;
  private final NewsroomSettings newsroom;

  TextCheck(ReplySettings settings, NewsroomSettings newsroom) {
    this.settings = settings;
    this.newsroom = newsroom;
  }

  void all() {
    if (newsroom.languages().isEmpty()) {
      throw new BadReplyTexts("Set tipline.newsroom.languages to one language at least.");
    }
    newsroom.languages().forEach(this::language);
    settings.canned().forEach(this::canned);
  }

  private void language(String language) {
    var texts = settings.texts().getOrDefault(language, Map.of());
    for (var key : texts.keySet()) {
      if (Arrays.stream(ReplyText.values()).noneMatch(text -> text.key().equals(key))) {
        throw new BadReplyTexts(
            TEXTS + language + "." + key + " is no text of Tipline's; there are " + keys() + ".");
      }
    }
    for (var text : ReplyText.values()) {
      text(TEXTS + language + "." + text.key(), language, text, texts.get(text.key()));
    }
  }

  private static String keys() {
    return Arrays.stream(ReplyText.values()).map(ReplyText::key).collect(joining(", "));
  }

  private void text(String key, String language, ReplyText text, @Nullable String given) {
    var words = requireWords(key, language, given);
    requireKnownGaps(key, words, text::allows);
    for (var placeholder : text.needed()) {
      if (!words.contains(placeholder.written())) {
        throw new BadReplyTexts(key + " must have " + placeholder.written() + " in it.");
      }
    }
    if (text.isSms()) {
      requireOneSegment(key, words);
    }
  }

  private static String requireWords(String key, String language, @Nullable String words) {
    if (words == null || words.isBlank()) {
      throw new BadReplyTexts(
          key
              + " is missing: write it into config/replies.yaml, or take "
              + language
              + " out of tipline.newsroom.languages.");
    }
    return words;
  }

  private static void requireKnownGaps(String key, String words, Predicate<Placeholder> allowed) {
    for (var gap : Gaps.in(words)) {
      if (Gaps.placeholder(gap).filter(allowed).isEmpty()) {
        throw new BadReplyTexts(
            key
                + " has "
                + gap
                + ", which nothing fills there; it may have "
                + Arrays.stream(Placeholder.values())
                    .filter(allowed)
                    .map(Placeholder::written)
                    .collect(joining(", "))
                + ".");
      }
    }
  }

  private void requireOneSegment(String key, String words) {
    var filled = SmsText.of(Gaps.fill(words, longest()));
    var beyond = SmsSegments.beyondGsm(filled);
    if (!beyond.isEmpty()) {
      throw new BadReplyTexts(
          key
              + " has “"
              + String.join("”, “", beyond)
              + "”, with which an SMS holds 70 characters instead of 160: write it without.");
    }
    var segments = SmsSegments.of(filled);
    if (segments.count() > 1) {
      throw new BadReplyTexts(
          key
              + " takes "
              + segments.units()
              + " characters when its placeholders are filled, and one SMS has 160: shorten it.");
    }
  }

  private Map<Placeholder, String> longest() {
    return Map.of(
        Placeholder.REFERENCE, REFERENCE,
        Placeholder.NEWSROOM, newsroom.name(),
        Placeholder.LINK, LINK);
  }

  private void canned(String id, Map<String, String> canned) {
    var name = canned.get(NAME);
    if (name == null || name.isBlank()) {
      throw new BadReplyTexts(CANNED + id + ".name is missing: editors pick the reply by it.");
    }
    for (var language : newsroom.languages()) {
      var key = CANNED + id + "." + language;
      requireKnownGaps(key, requireWords(key, language, canned.get(language)), _ -> true);
    }
  }
}
