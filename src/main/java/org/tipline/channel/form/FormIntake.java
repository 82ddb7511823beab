package org.tipline.channel.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;
import org.tipline.intake.Acceptance;
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
    var delivery = delivery(FormEntry.of(post.draft(), language, answers), token);
    if (problems.isEmpty() && !tokens.isExpired(token)) {
      return outcome(intake.accept(delivery), delivery, post, token, problems);
    }
    var refusal = tokens.isExpired(token) ? Refusal.TOKEN : Refusal.PROBLEMS;
    var known = refusal == Refusal.TOKEN ? intake.find(delivery) : findIfAnybodyKnows(delivery);
    return known.isPresent()
        ? outcome(known.get(), delivery, post, token, problems)
        : refused(refusal, post, problems);
  }

  /**
   * While the store is away nobody can tell; then the post that is put right meets its earlier copy
   * as a repeat.
   */
  private Optional<Acceptance> findIfAnybodyKnows(Delivery delivery) {
    try {
      return intake.find(delivery);
    } catch (StoreAway e) {
      return Optional.empty();
    }
  }

  private Outcome outcome(
      Acceptance acceptance, Delivery delivery, Post post, FormToken token, List<Problem> problems)
      throws StoreAway {
    return acceptance == Acceptance.OTHER
        ? another(delivery, post, token.next(delivery.body(), clock.instant()), problems)
        : new Outcome.Received(token);
  }

  /** The post may be one that was sent on before, from the page that this outcome leads to. */
  private Outcome another(Delivery delivery, Post post, FormToken own, List<Problem> problems)
      throws StoreAway {
    var known = findIfAnybodyKnows(delivery.under(own.key()));
    return known.isPresent()
        ? outcome(known.get(), delivery, post, own, problems)
        : new Outcome.Another(own, post.draft(), problems);
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
