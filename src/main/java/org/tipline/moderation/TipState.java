package org.tipline.moderation;

/** Where a tip stands; claim and new activity are separate facts. */
public enum TipState {
  WAITING,
  ACCEPTED,
  REJECTED,
  PUBLISHED,
  SPAM,
  MERGED
}
