package org.tipline.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how fast the packaged application is, beside yardsticks of the same run: {@code mvn
 * verify -Pbench}. Sender, application and PostgreSQL share the machine. A missed aim is printed
 * and fails nothing.
 */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchIT {

  private static final Table TABLE = new Table();

  @TempDir static Path folder;

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @Test
  @Order(1)
  void accept() throws Exception {
    assumeTrue(Sizes.wants("accept"));
    try (var site = new Site(folder.resolve("accept"), Map.of())) {
      new Accepting(site, TABLE).measure();
    }
  }

  @Test
  @Order(2)
  void tip() throws Exception {
    assumeTrue(Sizes.wants("tip"));
    new WholeWay(TABLE).measure(folder.resolve("tip"));
  }

  @Test
  @Order(3)
  void mail() throws Exception {
    assumeTrue(Sizes.wants("mail"));
    new TakingMail(TABLE).measure(folder.resolve("mail"));
  }

  @Test
  @Order(4)
  void pagesAndSearch() throws Exception {
    assumeTrue(Sizes.wants("pages") || Sizes.wants("search"));
    new Pages(TABLE).measure(folder.resolve("pages"));
  }

  @Test
  @Order(5)
  void start() throws Exception {
    assumeTrue(Sizes.wants("start"));
    new Starting(TABLE).measure(folder.resolve("start"));
  }

  @Test
  @Order(6)
  void shown() throws Exception {
    assumeTrue(Sizes.wants("shown"));
    new Shown(TABLE).measure(folder.resolve("shown"));
  }

  @Test
  @Order(7)
  void stored() throws Exception {
    assumeTrue(Sizes.wants("stored"));
    new Stored(TABLE).measure(folder.resolve("stored"));
  }

  /** Only when it is named. */
  @Test
  @Order(8)
  void hour() throws Exception {
    assumeTrue(Sizes.isNamed("hour"));
    new Hour(TABLE).measure(folder.resolve("hour"));
  }
}
