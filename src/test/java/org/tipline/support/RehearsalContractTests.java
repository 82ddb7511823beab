package org.tipline.support;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contract itself, on the one channel whose deliveries carry what a test puts into them. */
@NewsroomTest
class RehearsalContractTests implements BatchContract {

  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;

  @LocalServerPort private int port;

  @Override
  public BatchWire wire() {
    return new Stage(new Rehearsal(port));
  }

  @Override
  public StoreAway store() {
    return store;
  }

  @Override
  public QueueWatch queue() {
    return queue;
  }

  private record Stage(Rehearsal rehearsal) implements BatchWire {

    @Override
    public Verdict deliver(String id, String text) throws Exception {
      return verdict(rehearsal.message(sender(id), id, text));
    }

    @Override
    public Verdict deliverTogether(Map<String, String> texts) throws Exception {
      var lines =
          texts.entrySet().stream()
              .map(text -> line(text.getKey(), text.getValue()))
              .collect(joining("\n"));
      return verdict(rehearsal.deliver("together " + texts.keySet().hashCode(), lines));
    }

    @Override
    public Verdict forge(String id, String text) throws Exception {
      return verdict(rehearsal.forge(id, line(id, text)));
    }

    @Override
    public Verdict oversize(String id) throws Exception {
      return deliver(id, "x".repeat(1 << 20));
    }

    /** To a rehearsal every kind is a text. */
    @Override
    public Verdict unknownKind(String id, String text) throws Exception {
      return deliver(id, text);
    }

    private static String line(String id, String text) {
      return sender(id) + "|" + id + "|" + text;
    }

    private static String sender(String id) {
      return "+254199" + id;
    }

    private static Verdict verdict(int status) {
      return switch (status) {
        case 200 -> Verdict.RECEIVED;
        case 503 -> Verdict.TRY_AGAIN;
        default -> Verdict.REFUSED;
      };
    }
  }
}
