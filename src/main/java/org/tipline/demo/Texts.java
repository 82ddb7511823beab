package org.tipline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** All messages that went through the Twilio that the demo plays, kept in memory. */
@Component
@Profile("demo")
class Texts {

  private static final int KEPT = 2_000;

  private final List<Text> texts = new ArrayList<>();

  synchronized void add(Text text) {
    texts.add(text);
    if (texts.size() > KEPT) {
      texts.removeFirst();
    }
  }

  synchronized void change(String sid, String status, @Nullable String error) {
    texts.replaceAll(text -> text.sid().equals(sid) ? text.with(status, error) : text);
  }

  synchronized void remove(String sid) {
    texts.removeIf(text -> text.sid().equals(sid));
  }

  Optional<Text> find(String sid) {
    return where(text -> text.sid().equals(sid)).stream().findFirst();
  }

  /** Oldest first. */
  synchronized List<Text> where(Predicate<Text> wanted) {
    return texts.stream().filter(wanted).toList();
  }
}
