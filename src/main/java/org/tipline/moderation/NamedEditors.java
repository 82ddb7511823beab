package org.tipline.moderation;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.Seating;

/** Whom a note names: {@code @Achieng}, or {@code @Achieng Otieno} where there are two of them. */
@Component
class NamedEditors {

  private final Editors editors;
  private final Seating seating;

  NamedEditors(Editors editors, Seating seating) {
    this.editors = editors;
    this.seating = seating;
  }

  /** All that can be meant of those who see the desk, save the writer. */
  List<UUID> in(String text, UUID writer, UUID desk) {
    if (!text.contains("@")) {
      return List.of();
    }
    var seated = seating.whoSees(desk);
    var there = editors.all().stream().filter(editor -> seated.contains(editor.id())).toList();
    var fullNames = there.stream().filter(editor -> names(text, editor.name())).toList();
    return there.stream()
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
