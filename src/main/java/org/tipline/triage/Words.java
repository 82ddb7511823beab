package org.tipline.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.moderation.TipState;

/** How the desk's pages say what the queue knows as values. */
@Component("words")
class Words {

  public String state(TipState state) {
    return switch (state) {
      case WAITING -> "Waiting";
      case ACCEPTED -> "Accepted";
      case REJECTED -> "Not used";
      case PUBLISHED -> "Published";
      case SPAM -> "Spam";
      case MERGED -> "Merged";
    };
  }

  /** The list's name by the state in the address bar, which {@link Filters} has judged. */
  public String list(@Nullable String state) {
    return switch (state) {
      case null -> state(TipState.WAITING);
      case "ALL" -> "All tips";
      case "MINE" -> "Mine";
      case "NEW" -> "New activity";
      case "SNOOZED" -> "Put off";
      default -> state(TipState.valueOf(state));
    };
  }

  public boolean newestFirst(@Nullable String list) {
    return Filters.isNewestFirst(list);
  }

  public List<Medium> media() {
    return List.of(Medium.values());
  }

  /** {@code 1 file}, {@code 3 files}. */
  public String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** {@code 2nd}, {@code 11th}. */
  public String nth(int number) {
    return number + (number % 100 / 10 == 1 ? "th" : ending(number % 10));
  }

  private static String ending(int digit) {
    return switch (digit) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
