package org.tipline.channel.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;

/** Takes a form to the one door: at most once for each token. */
@Component
class FormIntake {

  private final FormTokens tokens;
  private final DraftCheck check;
  private final Intake intake;
  private final Clock clock;

  FormIntake(FormTokens tokens, DraftCheck check, Intake intake, Clock clock) {
    this.tokens = tokens;
    this.check = check;
    this.intake = intake;
    this.clock = clock;
  }

  Outcome take(Post post, String language) {
    var token = tokens.read(post.draft().token());
    return token.isEmpty()
        ? refused(Refusal.TOKEN, post, problems(post))
        : take(post, token.get(), language, null);
  }

  /** What a reader adds to their tip. */
  Outcome add(Post post, Addition addition, String language) {
    return take(post, addition.token(), language, addition.tip());
  }

  private Outcome take(Post post, FormToken token, String language, @Nullable String answers) {
    try {
      return tryToTake(post, token, language, answers);
    } catch (StoreAway e) {
      return refused(Refusal.STORE_AWAY, post, List.of());
    }
  }

  private Outcome tryToTake(Post post, FormToken token, String language, @Nullable String answers)
      throws StoreAway {
    var problems = problems(post);
    if (tokens.isExpired(token)) {
      return intake.knows(FormChannel.NAME, token.key())
          ? new Outcome.Received(token)
          : refused(Refusal.TOKEN, post, problems);
    }
    if (problems.isEmpty()) {
      intake.accept(delivery(FormEntry.of(post.draft(), language, answers), token));
      return new Outcome.Received(token);
    }
    return wasReceived(token)
        ? new Outcome.Received(token)
        : refused(Refusal.PROBLEMS, post, problems);
  }

  /**
   * While the store is away nobody can tell; then the post that is put right meets its earlier copy
   * as a repeat.
   */
  private boolean wasReceived(FormToken token) {
    try {
      return intake.knows(FormChannel.NAME, token.key());
    } catch (StoreAway e) {
      return false;
    }
  }

  private List<Problem> problems(Post post) {
    var problems = new ArrayList<>(check.problems(post.draft()));
    problems.addAll(post.problems());
    return problems;
  }

  private Delivery delivery(FormEntry entry, FormToken token) {
    return new Delivery(FormChannel.NAME, token.key(), clock.instant(), Map.of(), entry.toJson());
  }

  private static Outcome refused(Refusal refusal, Post post, List<Problem> problems) {
    return new Outcome.Refused(refusal, post.draft(), problems);
  }
}
