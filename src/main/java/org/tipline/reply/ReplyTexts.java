package org.tipline.reply;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipStanding;

/** What readers are told, in their language; checked when Tipline starts. */
@Component
public class ReplyTexts {

  private final ReplySettings settings;
  private final NewsroomSettings newsroom;

  ReplyTexts(ReplySettings settings, NewsroomSettings newsroom) {
    new TextCheck(settings, newsroom).all();
    this.settings = settings;
    this.newsroom = newsroom;
  }

  /**
   * A text with its gaps filled; the newsroom's name fills itself.
   *
   * @param language ISO 639; null or one the newsroom does not speak: its first
   */
  public String of(ReplyText text, @Nullable String language, Map<Placeholder, String> values) {
    var texts = settings.texts().getOrDefault(spoken(language), Map.of());
    return Gaps.fill(Objects.requireNonNull(texts.get(text.key())), filled(values));
  }

  /** How a tip stands, in words for its own reader and nobody else. */
  public String status(TipStanding tip, @Nullable String language) {
    var values = new EnumMap<Placeholder, String>(Placeholder.class);
    values.put(Placeholder.REFERENCE, tip.reference());
    if (tip.publishedLink() != null) {
      values.put(Placeholder.LINK, tip.publishedLink());
    }
    return of(status(tip), language, values);
  }

  private static ReplyText status(TipStanding tip) {
    return switch (tip.state()) {
      case WAITING, MERGED -> ReplyText.STATUS_RECEIVED;
      case ACCEPTED -> ReplyText.STATUS_CHECKING;
      case PUBLISHED ->
          tip.publishedLink() == null ? ReplyText.STATUS_CHECKING : ReplyText.STATUS_PUBLISHED;
      case REJECTED, SPAM -> ReplyText.STATUS_NOT_USED;
    };
  }

  /**
   * The replies an editor can pick, in the order of the file; one whose gaps the values do not
   * fill, such as a link there is not yet, is left out.
   *
   * @param language ISO 639; null or one the newsroom does not speak: its first
   */
  public List<CannedReply> canned(@Nullable String language, Map<Placeholder, String> values) {
    return settings.canned().entrySet().stream()
        .map(canned -> canned(canned.getKey(), canned.getValue(), spoken(language), values))
        .filter(canned -> Gaps.in(canned.text()).stream().noneMatch(ReplyTexts::isGap))
        .toList();
  }

  private CannedReply canned(
      String id, Map<String, String> canned, String language, Map<Placeholder, String> values) {
    return new CannedReply(
        id,
        Objects.requireNonNull(canned.get("name")),
        Gaps.fill(Objects.requireNonNull(canned.get(language)), filled(values)));
  }

  private static boolean isGap(String written) {
    return Gaps.placeholder(written).isPresent();
  }

  /** The language a reader of that one is answered in. */
  private String spoken(@Nullable String language) {
    return language != null && newsroom.languages().contains(language)
        ? language
        : newsroom.languages().getFirst();
  }

  private Map<Placeholder, String> filled(Map<Placeholder, String> values) {
    var filled = new EnumMap<Placeholder, String>(Placeholder.class);
    filled.put(Placeholder.NEWSROOM, newsroom.name());
    filled.putAll(values);
    return filled;
  }
}
