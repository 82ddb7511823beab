package org.tipline.account;

/** What an editor may do. */
public enum Role {
  /** Runs the newsroom's Tipline: channels, deliveries, editors. */
  ADMIN,
  /** Comes to the desk; what they see there, their seats say. */
  EDITOR
}
