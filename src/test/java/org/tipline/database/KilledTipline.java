package org.tipline.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that commits rows in the embedded database until it is killed. */
class KilledTipline {

  private final Path root;
  private final Process process;
  private final BufferedReader output;

  private KilledTipline(Path root, Process process) {
    this.root = root;
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  static KilledTipline start(Path root) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ProcessBuilder(java, KilledTipline.class.getName(), root.toString());
    command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var tipline = new KilledTipline(root, command.redirectErrorStream(true).start());
    tipline.commits(1);
    return tipline;
  }

  /** The next numbers it said it had committed. */
  List<Integer> commits(int count) throws IOException {
    var numbers = new ArrayList<Integer>();
    var seen = new StringBuilder();
    while (numbers.size() < count) {
      var line = output.readLine();
      if (line == null) {
        throw new IOException("it ended by itself: " + seen);
      }
      seen.append(line).append('\n');
      if (line.startsWith("committed ")) {
        numbers.add(Integer.valueOf(line.substring("committed ".length())));
      }
    }
    return numbers;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void killWithServer() throws IOException, InterruptedException {
    var server = Files.readAllLines(root.resolve("pg18/postmaster.pid")).getFirst().strip();
    kill();
    ProcessHandle.of(Long.parseLong(server)).ifPresent(ProcessHandle::destroyForcibly);
  }

  static void main(String[] args) throws IOException {
    var database = EmbeddedDatabase.start(Path.of(args[0]));
    var client = EmbeddedDatabaseTests.client(database);
    client.sql("create table if not exists kept (n int primary key)").update();
    client.sql("truncate kept").update();
    for (var n = 2; ; n++) {
      client.sql("insert into kept values (?)").param(n).update();
      System.out.println("committed " + n);
    }
  }
}
