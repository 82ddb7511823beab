package org.tipline.account;

/** What an editor may do. */
public enum Role {
  /** Runs the newsroom's Tipline: channels, deliveries, editors. */
  ADMIN,
  /** Works on tips. */
  EDITOR
}
