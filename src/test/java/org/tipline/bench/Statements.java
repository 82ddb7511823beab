package org.tipline.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many statements a page runs, by what the application says of each: all of its request, with
 * the session and who asks.
 */
final class Statements {

  /** Settings with which an application says so. */
  static final Map<String, String> TOLD =
      Map.of("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_JDBC_CORE", "DEBUG");

  /** Spring names a prepared one twice, first by what it is for; long thread names are cut. */
  private static final Pattern STATEMENT =
      Pattern.compile("(?m)^.*cat-handler-.*Executing (prepared SQL statement|SQL \\w+) .*$");

  private final Site site;
  private final Desk desk;

  Statements(Site site, Desk desk) {
    this.site = site;
    this.desk = desk;
  }

  int of(String path) throws IOException, InterruptedException {
    desk.page(path);
    var before = said();
    desk.page(path);
    await().until(() -> said() > before);
    return (int) (said() - before);
  }

  /** The path of some tip. */
  String tip() throws IOException, InterruptedException {
    var tip = Pages.TIP.matcher(desk.page("/desk"));
    if (!tip.find()) {
      throw new IOException("no tip in the queue");
    }
    return tip.group();
  }

  private long said() {
    try {
      return STATEMENT.matcher(site.gateway().console()).results().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
