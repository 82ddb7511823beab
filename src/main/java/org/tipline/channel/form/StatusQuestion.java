package org.tipline.channel.form;

/**
 * What a reader has typed to see their tip.
 *
 * @param text what they were about to add when their page had become too old; else empty
 */
record StatusQuestion(String reference, String words, String text) {

  static final StatusQuestion EMPTY = new StatusQuestion("", "", "");

  @Override
  public String toString() {
    return "StatusQuestion";
  }
}
