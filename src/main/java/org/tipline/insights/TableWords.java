package org.tipline.insights;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How cells are said, on the page to people and in a file to spreadsheets. */
@Component("tableWords")
class TableWords {

  private static final String DAY = "EEE d MMM uuuu";
  private static final DateTimeFormatter SHEET_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter SHEET_HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final MessageSource words;
  private final ZoneId zone;

  TableWords(MessageSource words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  public String onPage(Cell cell) {
    return switch (cell) {
      case Cell.Moment moment ->
          pattern(moment.isWholeDay() ? DAY : DAY + ", HH:mm").format(moment.at().atZone(zone));
      case Cell.Lasted lasted -> lasted.time() == null ? "–" : length(lasted.time());
      default -> inSheet(cell);
    };
  }

  /** Moments by the newsroom's clock, lengths of time in seconds. */
  String inSheet(Cell cell) {
    return switch (cell) {
      case Cell.Moment moment ->
          (moment.isWholeDay() ? SHEET_DAY : SHEET_HOUR).format(moment.at().atZone(zone));
      case Cell.Text text -> text.text();
      case Cell.Known known -> words.getMessage(known.key(), null, language());
      case Cell.Count count -> Long.toString(count.count());
      case Cell.Lasted lasted ->
          lasted.time() == null ? "" : Long.toString(lasted.time().toSeconds());
    };
  }

  String inSheet(Column column) {
    var head = inSheet(column.head());
    return column.isTime()
        ? words.getMessage("insights.seconds", new Object[] {head}, language())
        : head;
  }

  /** {@code 40 s}, {@code 4 min 10 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
  private static String length(Duration time) {
    if (time.toMinutes() < 1) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return time.toDays() < 1
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toDays() + " d " + time.toHoursPart() + " h";
  }

  /** Months are named in the languages that the pages have. */
  private static DateTimeFormatter pattern(String pattern) {
    var isKiswahili = language().getLanguage().equals("sw");
    return DateTimeFormatter.ofPattern(pattern, isKiswahili ? language() : Locale.ENGLISH);
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }
}
