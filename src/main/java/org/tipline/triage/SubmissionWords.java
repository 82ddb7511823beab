package org.tipline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.submission.Submission;

/** How the desk's pages say what is known of a submission beside its words. */
@Component("submissionWords")
class SubmissionWords {

  private final Texts texts;

  SubmissionWords(Texts texts) {
    this.texts = texts;
  }

  public List<Mark> sorted(Set<Mark> marks) {
    return marks.stream().sorted().toList();
  }

  public String mark(Mark mark) {
    return texts.of("desk.mark." + mark);
  }

  /** What a reader did not allow; only the form asks, so silence elsewhere says nothing. */
  public List<String> limits(Submission submission) {
    var limits = new ArrayList<String>();
    if (submission.medium() == Medium.WEB) {
      if (!submission.marks().contains(Mark.MAY_CONTACT)) {
        limits.add(texts.of("desk.limit.contact"));
      }
      if (!submission.marks().contains(Mark.MAY_NAME)) {
        limits.add(texts.of("desk.limit.name"));
      }
    }
    return limits;
  }

  /** {@code 0.1287° N, 33.9836° E}: four decimals are 11 metres. */
  public String coordinates(Location location) {
    return String.format(
        Locale.ROOT,
        "%.4f° %s, %.4f° %s",
        Math.abs(location.latitude()),
        location.latitude() < 0 ? "S" : "N",
        Math.abs(location.longitude()),
        location.longitude() < 0 ? "W" : "E");
  }

  /** {@code 0.1287,33.9836}: as maps take it. */
  public String decimal(Location location) {
    return String.format(Locale.ROOT, "%.6f,%.6f", location.latitude(), location.longitude());
  }

  public String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? Math.round(bytes / 1e3) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  public boolean canWatch(@Nullable String type) {
    return SafeType.of(type).filter(SafeType::shows).isPresent();
  }

  public boolean canPlay(@Nullable String type) {
    return SafeType.of(type).filter(SafeType::plays).isPresent();
  }
}
