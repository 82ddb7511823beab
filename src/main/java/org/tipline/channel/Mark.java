package org.tipline.channel;

/** What an editor should know of a message before trusting it; shown as a chip, never a verdict. */
public enum Mark {
  /** WhatsApp: forwarded from another chat. */
  FORWARDED,
  /** WhatsApp: forwarded five times or more. */
  FREQUENTLY_FORWARDED,
  /** A machine wrote it: auto-reply, bounce, list. Kept, and never answered. */
  AUTOMATIC,
  /**
   * The form's trap field was filled; browsers that fill in forms do that for honest people too.
   */
  TRAPPED,
  /** A kind of message we cannot show yet; the raw delivery has it. */
  UNSUPPORTED,
  /** The provider lost a part of it. */
  INCOMPLETE,
  /** The reader said: you may contact me. */
  MAY_CONTACT,
  /** The reader said: you may name me. */
  MAY_NAME,
  /** Signed or encrypted mail; the file has it whole. */
  ENCRYPTED,
  /** The provider took it for STOP, sends the reader nothing more, and has told them so. */
  STOP_ANSWERED,
  /** The provider took it for START, sends to the reader again, and has told them so. */
  START_ANSWERED,
  /** The provider took it for HELP and has answered it. */
  HELP_ANSWERED
}
