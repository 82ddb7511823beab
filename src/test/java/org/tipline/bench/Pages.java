package org.tipline.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The desk's pages and its search over an archive that grows, beside the same newsroom with ten
 * thousand tips, asked in turn.
 */
final class Pages {

  private static final int SMALL = 10_000;
  private static final int OPEN = 3_000;
  static final Pattern TIP = Pattern.compile("/desk/tips/([0-9A-Z]{3}-[0-9A-Z]{4})");

  private static final List<String> QUESTIONS =
      List.of("kisima", "daraja", "maji", "daraja+soko", "darajja");
  private static final List<String> NAMES =
      List.of("rare", "middling", "common", "two words", "misspelt");

  /** What is measured but for tips and searches, by its path. */
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("the queue with its counts", "/desk");
    PAGES.put("what an open queue asks again", "/desk/live");
    PAGES.put("the archive", "/desk?state=ALL");
    PAGES.put("the queue by mail that nobody holds", "/desk?medium=email&holder=nobody");
    PAGES.put("the queue with files, of which there are none", "/desk?media=yes");
    PAGES.put("the archive by mail of one month", "/desk?state=ALL&medium=email&" + lastMonth());
    PAGES.put("the archive by a tag of old tips", "/desk?state=ALL&tagged=old");
  }

  private final Table table;

  Pages(Table table) {
    this.table = table;
  }

  private static String lastMonth() {
    var today = LocalDate.now(ZoneOffset.UTC);
    return "since=%s&upto=%s".formatted(today.minusDays(60), today.minusDays(30));
  }

  void measure(Path folder) throws Exception {
    var archive = grown(folder);
    if (Sizes.wants("pages")) {
      count(archive, folder.resolve("large"));
    }
  }

  /** The database that has grown. */
  private String grown(Path folder) throws Exception {
    try (var small = new Site(folder.resolve("small"), Map.of());
        var large = new Site(folder.resolve("large"), Map.of())) {
      var desks = List.of(open(small), open(large));
      grow(large, 100_000 - SMALL, 0);
      compare("100,000 tips, 3,000 open", desks);
      var most = Sizes.number("most", 1_000_000, 100_000);
      if (most > 100_000) {
        grow(large, most - 100_000, 0);
        compare(String.format(Locale.ROOT, "%,d tips, 3,000 open", most), desks);
        grow(large, 0, 300_000 - OPEN);
        compare(String.format(Locale.ROOT, "%,d tips, 300,000 open", most), desks);
      }
      return large.database();
    }
  }

  private void count(String database, Path folder) throws Exception {
    try (var site = Site.again(database, folder, Statements.TOLD)) {
      var statements = new Statements(site, new Desk(site));
      for (var page : PAGES.entrySet()) {
        count(statements, page.getKey(), page.getValue());
      }
      count(statements, "a tip with its list", statements.tip());
    }
  }

  private void count(Statements statements, String work, String path) throws Exception {
    table.add(
        work + ": statements, who asks included",
        Spread.of(List.of((double) statements.of(path))),
        Aim.atMost(6, "statements"));
  }

  private static Looks open(Site site) throws Exception {
    new Seed(site.sql()).editors(1);
    grow(site, SMALL - OPEN, OPEN);
    HttpLoad.run(site.port(), 1, Sizes.seconds("posts", 1, 1), site.posts());
    site.awaitSorted();
    keepViews(site);
    var desk = new Desk(site);
    var tips = TIP.matcher(desk.page("/desk?state=ALL"));
    var looks =
        new Looks(desk, tips.results().map(tip -> "/desk/tips/" + tip.group(1)).limit(20).toList());
    looks.warmUp();
    return looks;
  }

  /** Two lists with their counts stand beside every page. */
  private static void keepViews(Site site) {
    site.sql()
        .sql(
            """
            insert into saved_views (id, editor_id, name, query, saved_at)
            select gen_random_uuid(), e.id, v.name, v.query::jsonb, now()
            from editors e, (values ('Mail', '{"medium": "email"}'), ('Mine', '{"holder": "me"}')) v (name, query)
            where e.email = 'editor1@desk.example'
            """)
        .update();
  }

  private static void grow(Site site, int archive, int waiting) {
    var seed = new Seed(site.sql());
    seed.archive(archive);
    seed.waiting(waiting);
    seed.settle();
  }

  private void compare(String size, List<Looks> desks) throws Exception {
    if (Sizes.wants("pages")) {
      for (var page : PAGES.entrySet()) {
        page(page.getKey() + ", " + size, page.getValue(), desks);
      }
      page("a tip with its list, " + size, "", desks);
    }
    if (Sizes.wants("search")) {
      for (var n = 0; n < QUESTIONS.size(); n++) {
        var question = QUESTIONS.get(n);
        search("open queue, " + NAMES.get(n) + ", " + size, "/desk?q=" + question, desks, 25);
        search(
            "archive, " + NAMES.get(n) + ", " + size, "/desk?state=ALL&q=" + question, desks, 50);
      }
    }
  }

  private void page(String work, String path, List<Looks> desks) throws Exception {
    var rounds = rounds(path, desks);
    addRatio(work, rounds);
    table.add(work + ": p95, ms", Spread.of(rounds.getLast(), Round::p95), Aim.atMost(50, "ms"));
  }

  private void search(String work, String path, List<Looks> desks, int millis) throws Exception {
    var rounds = rounds(path, desks);
    addRatio(work, rounds);
    table.add(
        work + ": p95, ms", Spread.of(rounds.getLast(), Round::p95), Aim.atMost(millis, "ms"));
    table.add(
        work + ": worst, ms",
        Spread.of(rounds.getLast(), round -> round.percentile(1)),
        Aim.atMost(300, "ms"));
  }

  private void addRatio(String work, List<List<Round>> rounds) {
    var small = rounds.getFirst().stream().map(Round::p50).toList();
    var large = rounds.getLast().stream().map(Round::p50).toList();
    table.addRatio(
        work + ": p50, ms",
        Spread.of(large),
        Spread.of(small),
        Spread.ratio(large, small),
        Aim.atMost(1.3));
  }

  private static List<List<Round>> rounds(String path, List<Looks> desks) throws Exception {
    var rounds = List.<List<Round>>of(new ArrayList<>(), new ArrayList<>());
    for (var round = 0; round < Sizes.rounds(); round++) {
      for (var n = 0; n < desks.size(); n++) {
        rounds.get(n).add(desks.get(n).at(path));
      }
    }
    return rounds;
  }

  /**
   * A desk and some of its tips.
   *
   * @param tips their addresses
   */
  private record Looks(Desk desk, List<String> tips) {

    void warmUp() throws Exception {
      var all = new ArrayList<>(tips);
      all.addAll(PAGES.values());
      all.add("/desk?q=maji");
      desk.look(all, Sizes.seconds("warmUp", 30, 10));
    }

    /** No path is any of the tips. */
    Round at(String path) throws Exception {
      return desk.look(path.isEmpty() ? tips : List.of(path), Sizes.seconds("looks", 5, 1));
    }
  }
}
