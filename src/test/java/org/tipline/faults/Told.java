package org.tipline.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.tipline.faults.EditorsMail.Mail;

/**
 * What the mails of all editors come to. A mail names 50 tips and counts the others.
 *
 * @param editors who had a mail
 * @param least of how many tips an editor was told, all mails together
 * @param most the same of the editor who was told of most
 * @param oftenest in how many mails to one editor a tip is named
 * @param shortest between two mails to one editor
 */
record Told(int mails, int editors, int least, int most, int oftenest, Duration shortest) {

  static Told by(List<Mail> mails) {
    var ofEditors = mails.stream().collect(groupingBy(Mail::to)).values();
    var tips = ofEditors.stream().mapToInt(Told::tips).summaryStatistics();
    return new Told(
        mails.size(),
        ofEditors.size(),
        tips.getMin(),
        tips.getMax(),
        ofEditors.stream().mapToInt(Told::oftenest).max().orElse(0),
        ofEditors.stream().map(Told::shortest).min(Duration::compareTo).orElse(Duration.ZERO));
  }

  private static int tips(Collection<Mail> ofEditor) {
    return ofEditor.stream().mapToInt(Mail::tips).sum();
  }

  private static int oftenest(Collection<Mail> ofEditor) {
    return ofEditor.stream()
        .flatMap(one -> one.references().stream())
        .collect(groupingBy(Function.identity(), counting()))
        .values()
        .stream()
        .mapToInt(Long::intValue)
        .max()
        .orElse(0);
  }

  private static Duration shortest(List<Mail> ofEditor) {
    var least = Duration.ofDays(1);
    for (var n = 1; n < ofEditor.size(); n++) {
      var between = Duration.ofNanos(ofEditor.get(n).atNanos() - ofEditor.get(n - 1).atNanos());
      least = between.compareTo(least) < 0 ? between : least;
    }
    return least;
  }
}
