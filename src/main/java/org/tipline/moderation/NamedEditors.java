package org.tipline.moderation;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tipline.account.Editor;
import org.tipline.account.Editors;

/** Whom a note names: {@code @Achieng}, or {@code @Achieng Otieno} where there are two of them. */
@Component
class NamedEditors {

  private final Editors editors;

  NamedEditors(Editors editors) {
    this.editors = editors;
  }

  /** All that can be meant, save the writer. */
  List<UUID> in(String text, UUID writer) {
    if (!text.contains("@")) {
      return List.of();
    }
    var fullNames = editors.all().stream().filter(editor -> names(text, editor.name())).toList();
    return editors.all().stream()
        .filter(Editor::enabled)
        .filter(
            editor ->
                fullNames.contains(editor)
                    || (names(text, first(editor.name()))
                        && fullNames.stream().noneMatch(full -> areNamesakes(full, editor))))
        .map(Editor::id)
        .filter(id -> !id.equals(writer))
        .toList();
  }

  private static boolean areNamesakes(Editor one, Editor other) {
    return first(one.name()).equalsIgnoreCase(first(other.name()));
  }

  private static boolean names(String text, String name) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}.])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private static String first(String name) {
    return name.strip().split("\\s+", 2)[0];
  }
}
