package org.tipline.triage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What the form under the list sends: the button that was pressed, and every field.
 *
 * @param howLong the field {@code for}
 */
record BulkForm(
    @Nullable String kind,
    @Nullable String because,
    @Nullable String reason,
    @Nullable String link,
    @BindParam("for") @Nullable String howLong,
    @Nullable String until,
    @Nullable String toDesk,
    @Nullable UUID to,
    @Nullable String text,
    @Nullable String tags) {

  DecisionController.Choice choice() {
    return new DecisionController.Choice(kind, because, reason, link, null);
  }
}
