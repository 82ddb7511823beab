package org.tipline.channel.form;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.ChannelContract;
import org.tipline.support.FormReader;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.StoreAway;

@NewsroomTest
class FormContractTests implements ChannelContract {

  /** The form each id was filled in on: a repeat is the same form sent again. */
  private final Map<String, Map<String, String>> forms = new HashMap<>();

  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;

  @LocalServerPort private int port;

  @Override
  public Wire wire() {
    return new Browser(new FormReader(URI.create("http://127.0.0.1:" + port)));
  }

  @Override
  public StoreAway store() {
    return store;
  }

  @Override
  public QueueWatch queue() {
    return queue;
  }

  private final class Browser implements Wire {

    private final FormReader reader;

    private Browser(FormReader reader) {
      this.reader = reader;
    }

    @Override
    public Verdict deliver(String id, String text) throws Exception {
      return post(form(id), Map.of("text", text));
    }

    @Override
    public Verdict forge(String id, String text) throws Exception {
      return post(form(id), Map.of("text", text, "token", "A".repeat(80)));
    }

    @Override
    public Verdict oversize(String id) throws Exception {
      return post(form(id), Map.of("text", "x".repeat(20_001)));
    }

    @Override
    public Verdict unknownKind(String id, String text) throws Exception {
      return post(form(id), Map.of("text", text, "hologram", "depth 3"));
    }

    private Map<String, String> form(String id) throws Exception {
      synchronized (forms) {
        var known = forms.get(id);
        var form = known == null ? reader.hiddenFields() : known;
        forms.put(id, form);
        return form;
      }
    }

    private Verdict post(Map<String, String> hidden, Map<String, String> typed) throws Exception {
      var fields = new LinkedHashMap<>(hidden);
      fields.putAll(typed);
      return verdict(reader.post(fields, Map.of()));
    }

    private static Verdict verdict(HttpResponse<String> answer) {
      return switch (answer.statusCode()) {
        case 303 -> Verdict.RECEIVED;
        case 503 -> Verdict.TRY_AGAIN;
        default -> Verdict.REFUSED;
      };
    }
  }
}
