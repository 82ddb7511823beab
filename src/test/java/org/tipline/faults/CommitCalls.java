package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the kernel saw of the door and its database: of messages that come one after the other,
 * every answer must come after PostgreSQL had the row, flushed its log and said so. Any of its
 * processes may flush for all.
 */
final class CommitCalls {

  private static final String CALLS = "recvfrom,fdatasync,fsync,sendto,write,writev";

  private static final Pattern LINE = Pattern.compile("(\\d+) +[0-9.]+ (.*)");
  private static final Pattern FLUSH = Pattern.compile("f(data)?sync\\(.*");
  private static final Pattern FLUSHED = Pattern.compile("(<\\.\\.\\. )?f(data)?sync.*= 0");
  private static final Pattern RECEIVED = Pattern.compile("write(v)?\\(.*HTTP/1\\.1 200.*");

  /** How far the delivery is. */
  private enum Step {
    ON_ITS_WAY,
    WITH_POSTGRES,
    FLUSHED,
    ANSWERED
  }

  private final List<Client.Message> messages = new ArrayList<>();
  private final Set<String> flushing = new HashSet<>();
  private Step step = Step.ON_ITS_WAY;
  private String session = "";

  void inOrder(Newsroom newsroom, Table table, int count, Path trace) throws Exception {
    var processes = new ArrayList<>(newsroom.postgres().processes());
    processes.add(newsroom.gateway().pid());
    var strace = new Strace(trace, CALLS, processes);
    var ledger = new Ledger();
    send(newsroom, ledger);
    strace.awaitFirstCall();
    for (var n = 0; n < count; n++) {
      messages.add(send(newsroom, ledger));
    }
    var seen = answersInOrder(strace.stop());
    table.add(
        "order of system calls, PostgreSQL there",
        seen + " of " + count + " answers after the row, its flush and PostgreSQL's answer");
    assertThat(seen).isEqualTo(count);
    newsroom.awaitSorted(Duration.ofMinutes(5));
    Faults.assertNothingLostNorDoubled(ledger.compare(newsroom.postgres().client()));
  }

  private static Client.Message send(Newsroom newsroom, Ledger ledger) throws Exception {
    var message = Faults.message();
    ledger.sent(message);
    var code = Client.SMS.send(newsroom.gateway(), message);
    ledger.answered(Client.SMS, message, code, 0);
    assertThat(code).isEqualTo("200");
    return message;
  }

  private int answersInOrder(List<String> lines) {
    var answers = 0;
    var waiting = messages.iterator();
    var id = waiting.next().id;
    for (var text : lines) {
      var line = LINE.matcher(text);
      if (!line.matches()) {
        continue;
      }
      var call = line.group(2);
      if (step != Step.ON_ITS_WAY && RECEIVED.matcher(call).matches()) {
        answers += step == Step.ANSWERED ? 1 : 0;
        step = Step.ON_ITS_WAY;
        id = waiting.hasNext() ? waiting.next().id : id;
      } else {
        goOn(line.group(1), call, id);
      }
    }
    return answers;
  }

  private void goOn(String thread, String call, String id) {
    if (step == Step.ON_ITS_WAY && call.contains("recvfrom") && call.contains("SM" + id)) {
      step = Step.WITH_POSTGRES;
      session = thread;
      flushing.clear();
    } else if (step == Step.WITH_POSTGRES) {
      flush(thread, call);
    } else if (step == Step.FLUSHED && thread.equals(session) && call.startsWith("sendto(")) {
      step = Step.ANSWERED;
    }
  }

  /** One that had begun before the row came says nothing. */
  private void flush(String thread, String call) {
    if (FLUSH.matcher(call).matches()) {
      flushing.add(thread);
    }
    if (FLUSHED.matcher(call).matches() && flushing.contains(thread)) {
      step = Step.FLUSHED;
    }
  }
}
