package org.tipline.triage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the reply box sends. Nothing of it is refused while it is read, so that all of it can be
 * given back when something is wrong.
 *
 * @param form made with the page, null when it is none of ours
 * @param seen how many messages the editor had before them
 * @param parts as how many SMS the editor knows it goes
 * @param words without the ends of lines that forms make of them
 * @param isConfirmed the reader asked not to be contacted, and is to be answered all the same
 * @param template the provider's id of an approved text, null: free text
 * @param canned the ready reply to add, null: none
 */
record ReplyForm(
    @Nullable UUID form,
    int seen,
    int parts,
    String words,
    boolean isConfirmed,
    @Nullable String template,
    List<String> variables,
    @Nullable String canned) {

  static ReplyForm of(MultiValueMap<String, String> fields) {
    return new ReplyForm(
        uuid(fields.getFirst("form")),
        number(fields.getFirst("seen")),
        number(fields.getFirst("parts")),
        clean(fields.getFirst("reply")),
        fields.containsKey("confirmed"),
        fields.getFirst("template"),
        fields.getOrDefault("variable", List.of()).stream().map(ReplyForm::clean).toList(),
        fields.containsKey("add") ? fields.getFirst("canned") : null);
  }

  /** What was typed into a gap, nothing when that template was not the one. */
  String variable(String ofTemplate, int index) {
    return ofTemplate.equals(template) && index < variables.size() ? variables.get(index) : "";
  }

  /** Forms write CR LF, which SMS would pay for; PostgreSQL keeps no NUL. */
  private static String clean(@Nullable String text) {
    return Objects.requireNonNullElse(text, "")
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\0", "")
        .strip();
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int number(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  @Override
  public String toString() {
    return "ReplyForm[" + form + "]";
  }
}
