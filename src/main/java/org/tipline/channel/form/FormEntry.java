package org.tipline.channel.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.UnreadableDelivery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a form's delivery: what was filled in, as JSON. Its names are kept for good, for
 * deliveries are read again years later; what is missing reads as not given.
 *
 * @param contact as the reader typed it
 * @param lang of the page, not of the text
 * @param answers key of the delivery it adds to, by a reader who has shown the code of that one
 */
record FormEntry(
    @Nullable String text,
    @Nullable String place,
    @Nullable String name,
    @Nullable String contact,
    boolean mayContact,
    boolean mayName,
    boolean trapped,
    @Nullable String lang,
    @Nullable String answers,
    @Nullable List<Upload> files) {

  /** Not the application's mapper: settings of the day must not change what is kept for years. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  static FormEntry of(Draft draft, String language, @Nullable String answers) {
    return new FormEntry(
        draft.text(),
        orNull(draft.place()),
        orNull(draft.name()),
        orNull(draft.contact()),
        draft.mayContact(),
        draft.mayName(),
        draft.isTrapped(),
        language,
        answers,
        draft.files());
  }

  static FormEntry parse(byte[] body) throws UnreadableDelivery {
    return entry(body)
        .orElseThrow(() -> new UnreadableDelivery("The body is no entry of the web form."));
  }

  private static Optional<FormEntry> entry(byte[] body) throws UnreadableDelivery {
    try {
      return Optional.ofNullable(JSON.readValue(body, FormEntry.class));
    } catch (JacksonException e) {
      throw new UnreadableDelivery("The body is not the JSON that the web form writes.", e);
    }
  }

  /**
   * Whether a later post of the same form says nothing that this one does not: a browser that goes
   * back can come without the files, or without anything.
   */
  boolean covers(FormEntry later) {
    return later.isEmpty()
        || (words().equals(later.words()) && hashes().containsAll(later.hashes()));
  }

  private boolean isEmpty() {
    return Stream.of(text, place, name, contact).allMatch(value -> value == null || value.isBlank())
        && hashes().isEmpty();
  }

  private List<@Nullable Object> words() {
    return Arrays.asList(text, place, name, contact, mayContact, mayName);
  }

  private List<String> hashes() {
    return files == null ? List.of() : files.stream().map(Upload::sha256).toList();
  }

  byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return "FormEntry[" + (files == null ? 0 : files.size()) + " files]";
  }
}
