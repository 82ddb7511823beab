package org.tipline.triage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.moderation.PresentEditor;
import org.tipline.moderation.TipReaders;
import org.tipline.moderation.TipState;
import org.tipline.submission.Language;

/** How the desk's pages say what the queue knows as values. */
@Component("words")
class Words {

  private final Texts texts;

  Words(Texts texts) {
    this.texts = texts;
  }

  public String state(TipState state) {
    return texts.of("desk.state." + state);
  }

  /** The list's name by the state in the address bar, which {@link Filters} has judged. */
  public String list(@Nullable String state) {
    return texts.of("desk.list." + (state == null ? TipState.WAITING : state));
  }

  /** By its own name where it has no other in this language. */
  public String medium(Medium medium) {
    return texts.find("desk.medium." + medium).orElseGet(medium::label);
  }

  public List<Language> languages() {
    return List.of(Language.values());
  }

  public String language(Language language) {
    return texts.of("desk.filters.language." + language.token());
  }

  public boolean newestFirst(@Nullable String list) {
    return Filters.isNewestFirst(list);
  }

  public List<Medium> media() {
    return List.of(Medium.values());
  }

  /** {@code 2nd}, {@code 11th}. */
  public String nth(int number) {
    return texts.of("desk.nth." + (number % 100 / 10 == 1 ? "th" : ending(number % 10)), number);
  }

  /** {@code Achieng, Otieno are reading}; empty when nobody else does. */
  public String reading(@Nullable TipReaders readers, @Nullable UUID me) {
    var others =
        Optional.ofNullable(readers).stream()
            .flatMap(all -> all.editors().stream())
            .filter(editor -> !editor.id().equals(me))
            .map(PresentEditor::name)
            .toList();
    return others.isEmpty()
        ? ""
        : texts.of(
            others.size() == 1 ? "desk.reading.one" : "desk.reading.many",
            String.join(", ", others));
  }

  private static String ending(int digit) {
    return switch (digit) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
