package org.tipline.channel.form;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.channel.BlankText;

/** What a reader must put right before a draft can be accepted: as little as possible. */
@Component
class DraftCheck {

  private final Contacts contacts;

  DraftCheck(Contacts contacts) {
    this.contacts = contacts;
  }

  List<Problem> problems(Draft draft) {
    var problems = new ArrayList<Problem>();
    if (BlankText.is(draft.text())) {
      problems.add(Problem.of("text", "text.missing"));
    }
    checkLength(draft.text(), "text", Limits.TEXT, problems);
    checkLength(draft.place(), "place", Limits.PLACE, problems);
    checkLength(draft.name(), "name", Limits.NAME, problems);
    if (isUnclear(draft.contact())) {
      problems.add(Problem.of("contact", "contact.unclear"));
    }
    return problems;
  }

  private static void checkLength(String value, String field, int max, List<Problem> problems) {
    var length = value.codePointCount(0, value.length());
    if (length > max) {
      problems.add(Problem.of(field, "tooLong", max, length));
    }
  }

  private boolean isUnclear(String contact) {
    return !contact.isEmpty()
        && (contact.length() > Limits.CONTACT || contacts.read(contact).isEmpty());
  }
}
