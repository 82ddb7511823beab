package org.tipline.reply;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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
