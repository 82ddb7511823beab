package org.tipline.notify;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The words of a notice: reference, desk, medium and age. A mail box is read on phones and screens
 * that are not ours, so no text, name, number or file name is in it.
 */
@Component
class NoticeText {

  private static final int MOST_LINES = 50;
  private static final Comparator<DueNotice> OLDEST_FIRST =
      Comparator.comparing(DueNotice::openedAt);

  private final URI publicUrl;
  private final Clock clock;

  NoticeText(@Value("${tipline.public-url}") URI publicUrl, Clock clock) {
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  String subject(List<DueNotice> due) {
    return due.size() == 1
        ? "A tip waits: " + due.getFirst().reference()
        : due.size() + " tips wait";
  }

  String body(List<DueNotice> due) {
    var body = new StringBuilder(subject(due)).append(".\n\n");
    due.stream()
        .sorted(OLDEST_FIRST)
        .limit(MOST_LINES)
        .forEach(notice -> body.append(line(notice)).append('\n'));
    if (due.size() > MOST_LINES) {
      body.append("and ").append(due.size() - MOST_LINES).append(" more\n");
    }
    return body.append("\n").append(link(due)).append('\n').toString();
  }

  private String line(DueNotice notice) {
    return String.join(
            "  ",
            notice.reference(),
            notice.desk(),
            notice.medium(),
            age(notice),
            notice.kind().inWords())
        .stripTrailing();
  }

  private String age(DueNotice notice) {
    var minutes = Math.max(0, Duration.between(notice.openedAt(), clock.instant()).toMinutes());
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
  }

  private String link(List<DueNotice> due) {
    var desk = publicUrl.toString().replaceAll("/+$", "") + "/desk";
    return due.size() == 1 ? desk + "/tips/" + due.getFirst().reference() : desk;
  }
}
