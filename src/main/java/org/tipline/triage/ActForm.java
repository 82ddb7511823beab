package org.tipline.triage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Act;

/**
 * What every form about a tip carries.
 *
 * @param act the form's own id, by which it is known when it comes twice
 * @param version of the tip the page showed
 * @param mark where the tip stood in the list beside it
 */
record ActForm(@Nullable UUID act, @Nullable Long version, @Nullable String mark) {

  /**
   * The act the form stands for.
   *
   * @throws Unwhole when the version is missing
   */
  Act on(String reference, SignedIn me) {
    if (version == null) {
      throw new Unwhole();
    }
    return new Act(id(), me.seats(), reference, version);
  }

  UUID id() {
    return act == null ? Act.newId() : act;
  }
}
