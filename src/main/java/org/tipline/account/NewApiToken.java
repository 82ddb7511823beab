package org.tipline.account;

import java.util.UUID;

/**
 * A token that is to be.
 *
 * @param desk the slug of the only desk it reads, or {@link #EVERY_DESK}
 */
public record NewApiToken(String name, String desk, UUID madeBy) {

  /** No desk's slug has a star. */
  public static final String EVERY_DESK = "*";

  public NewApiToken {
    name = name.strip();
    if (name.isEmpty() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
      throw new BadApiToken("Write a name of 1 to 60 characters, such as the program's.");
    }
  }

  boolean isForEveryDesk() {
    return desk.equals(EVERY_DESK);
  }
}
