package org.tipline.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes a table as comma-separated values that a spreadsheet takes for nothing but text and
 * numbers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
@Component
public class Sheet {

  /** Without it Excel reads UTF-8 as the code page of its machine. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What makes a formula of a cell, in full width too, and after blanks that a program drops. */
  private static final Pattern FORMULA =
      Pattern.compile("^\\s*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

  private final TableWords words;

  Sheet(TableWords words) {
    this.words = words;
  }

  /** Writes row by row; the stream is flushed and left open. */
  public void write(Table table, OutputStream out) throws IOException {
    var lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    lines.write(BYTE_ORDER_MARK);
    line(lines, table.columns().stream().map(words::inSheet).map(Sheet::text).toList());
    for (var row : table.rows()) {
      line(lines, row.stream().map(this::cell).toList());
    }
    lines.flush();
  }

  private String cell(Cell cell) {
    var words = this.words.inSheet(cell);
    return cell.value() == null ? text(words) : words;
  }

  /** In quotation marks, which end nothing inside; an apostrophe says that it is text. */
  static String text(String words) {
    var safe = FORMULA.matcher(words).matches() ? "'" + words : words;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static void line(Writer lines, List<String> cells) throws IOException {
    lines.write(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
  }
}
