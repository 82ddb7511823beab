package org.tipline.moderation;

/** From where an act came, as the history has it. */
enum Origin {
  /** An editor, at one tip. */
  SCREEN,
  /** An editor, on a selection. */
  BULK,
  /** Tipline itself. */
  RULE,
  /** A reader, by writing to us. */
  READER;

  /**
   * Bound while one act goes over many tips: none of the ways down to the history has to say so.
   */
  private static final ScopedValue<Origin> OF_EDITORS = ScopedValue.newInstance();

  /** From where what an editor does right now comes. */
  static Origin ofEditors() {
    return OF_EDITORS.orElse(SCREEN);
  }

  /** Does it as a bulk act. */
  static <T, X extends Throwable> T inBulk(ScopedValue.CallableOp<T, X> act) throws X {
    return ScopedValue.where(OF_EDITORS, BULK).call(act);
  }
}
