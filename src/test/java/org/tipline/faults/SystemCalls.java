package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the kernel saw: a killed process proves nothing about a flush, for what it wrote is still in
 * memory. Of one reader's spooled messages, one after the other, every answer must come after the
 * file was flushed, renamed and its folder flushed.
 */
final class SystemCalls {

  private static final String CALLS =
      "fsync,fdatasync,rename,renameat,renameat2,write,writev,sendto";

  /** The steps of one delivery, by the name they have in the trace. */
  private static final List<Pattern> STEPS =
      List.of(
          Pattern.compile("fsync\\("),
          Pattern.compile("rename(at2?)?\\(.*spool/tmp/.*spool/new/"),
          Pattern.compile("fsync\\("),
          Pattern.compile("write(v)?\\(.*HTTP/1\\.1 200"));

  private final Newsroom newsroom;
  private final Table table;

  SystemCalls(Newsroom newsroom, Table table) {
    this.newsroom = newsroom;
    this.table = table;
  }

  void inOrder(int messages, Path trace) throws Exception {
    var ledger = new Ledger();
    try (var away = newsroom.postgres().stopped()) {
      send(ledger);
      var strace = new Strace(trace, CALLS, List.of(newsroom.gateway().pid()));
      strace.awaitFirstCall();
      for (var n = 0; n < messages; n++) {
        send(ledger);
      }
      assertThat(away).isNotNull();
      var seen = answersInOrder(strace.stop());
      table.add(
          "order of system calls, PostgreSQL away",
          seen + " of " + messages + " answers after fsync, rename, fsync");
      assertThat(seen).isEqualTo(messages);
    }
    newsroom.awaitSorted(Duration.ofMinutes(5));
  }

  private void send(Ledger ledger) throws IOException, InterruptedException {
    var message = Faults.message();
    ledger.sent(message);
    assertThat(Client.SMS.send(newsroom.gateway(), message)).isEqualTo("200");
  }

  /** How many answers came when all the steps before them had been seen since the last one. */
  private static int answersInOrder(List<String> calls) {
    var answers = 0;
    var step = 0;
    for (var call : calls) {
      var isAnswer = STEPS.getLast().matcher(call).find();
      if (isAnswer) {
        answers += step == STEPS.size() - 1 ? 1 : 0;
        step = 0;
      } else if (step < STEPS.size() - 1 && STEPS.get(step).matcher(call).find()) {
        step++;
      }
    }
    return answers;
  }
}
