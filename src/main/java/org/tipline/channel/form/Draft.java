package org.tipline.channel.form;

import java.util.List;

/**
 * What a reader has filled in so far, in their own spelling: checked before it is accepted, and
 * shown again when it is not.
 *
 * @param language of the page, empty when the post names none
 * @param switchTo the language to show the page in instead of sending it; empty when it is sent
 * @param isTrapped whether the field that people do not see was filled in
 */
record Draft(
    String token,
    String language,
    String switchTo,
    String text,
    String place,
    String name,
    String contact,
    boolean mayContact,
    boolean mayName,
    boolean isTrapped,
    List<Upload> files) {

  static final Draft EMPTY = of(new FormFields(), List.of());

  /** Nothing but words. */
  static Draft ofText(String text) {
    var fields = new FormFields();
    fields.add("text", text);
    return of(fields, List.of());
  }

  /** The trap's name is one that no browser knows how to fill in for its user. */
  static final String TRAP = "remarks";

  Draft {
    files = List.copyOf(files);
  }

  static Draft of(FormFields fields, List<Upload> files) {
    return new Draft(
        fields.first("token"),
        fields.first("lang"),
        fields.first("switch"),
        fields.first("text"),
        fields.first("place").strip(),
        fields.first("name").strip(),
        fields.first("contact").strip(),
        fields.isGiven("mayContact"),
        fields.isGiven("mayName"),
        !fields.first(TRAP).isBlank(),
        files);
  }

  Draft under(String otherToken) {
    return new Draft(
        otherToken,
        language,
        switchTo,
        text,
        place,
        name,
        contact,
        mayContact,
        mayName,
        isTrapped,
        files);
  }

  @Override
  public String toString() {
    return "Draft[" + files.size() + " files]";
  }
}
