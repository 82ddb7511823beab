package org.tipline.triage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView;
import org.tipline.reply.CannedReply;
import org.tipline.reply.Placeholder;
import org.tipline.reply.ReplyTexts;

/** The replies an editor can pick for a tip, in each language of the newsroom. */
@Component("cannedReplies")
class CannedReplies {

  private final ReplyTexts texts;
  private final List<String> languages;

  CannedReplies(ReplyTexts texts, NewsroomLanguages newsroom) {
    this.texts = texts;
    this.languages = newsroom.languages();
  }

  public List<InLanguage> of(TipView view) {
    var values = values(view);
    return languages.stream()
        .map(code -> new InLanguage(code, name(code), texts.canned(code, values)))
        .filter(language -> !language.replies().isEmpty())
        .toList();
  }

  private static Map<Placeholder, String> values(TipView view) {
    var values = new EnumMap<Placeholder, String>(Placeholder.class);
    values.put(Placeholder.REFERENCE, view.tip().reference());
    if (view.publishedLink() != null) {
      values.put(Placeholder.LINK, view.publishedLink());
    }
    return values;
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(LocaleContextHolder.getLocale());
  }

  /** The text of the one a form names, as {@link InLanguage#key} does. */
  Optional<String> find(TipView view, @Nullable String key) {
    return of(view).stream()
        .flatMap(
            language ->
                language.replies().stream().filter(reply -> language.key(reply).equals(key)))
        .map(CannedReply::text)
        .findFirst();
  }

  /**
   * The replies in one language.
   *
   * @param code ISO 639
   */
  record InLanguage(String code, String name, List<CannedReply> replies) {

    public String key(CannedReply reply) {
      return code + "." + reply.id();
    }
  }
}
