package org.tipline.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What its clients were told of each tip they sent, to be held against the database afterwards. */
final class Ledger {

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> received = ConcurrentHashMap.newKeySet();
  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  void sent(Client.Message message) {
    sent.add(message.id);
  }

  /** An answer, of whatever kind, and how long it took. */
  void answered(Client client, Client.Message message, String code, long tookMillis) {
    answers.merge(client + " " + code, 1, Integer::sum);
    if (Client.isReceived(code)) {
      received.add(message.id);
    }
    if (client != Client.EMAIL) {
      millis.add(tookMillis);
    }
  }

  int received() {
    return received.size();
  }

  /** How often each channel gave each answer; a broken connection is none. */
  Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  int answers(String clientAndCode) {
    return answers.getOrDefault(clientAndCode, 0);
  }

  Figures compare(JdbcClient database) {
    var stored = new HashMap<String, Integer>();
    database
        .sql(
            """
            select substring(coalesce(subject, '') || ' ' || coalesce(text, '')
              from 'tip-([0-9a-f]{32})') as id, count(*) as times
            from submissions group by 1
            """)
        .query(
            row -> {
              if (row.getString("id") != null) {
                stored.put(row.getString("id"), row.getInt("times"));
              }
            });
    var lost = new HashSet<>(received);
    lost.removeAll(stored.keySet());
    var doubled =
        stored.entrySet().stream().filter(one -> one.getValue() > 1).map(Map.Entry::getKey);
    var unacknowledged = new HashSet<>(sent);
    unacknowledged.removeAll(received);
    unacknowledged.retainAll(stored.keySet());
    return new Figures(
        received.size(),
        lost.size(),
        (int) doubled.filter(sent::contains).count(),
        unacknowledged.size(),
        outOfOrder(database),
        millis.stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /** How often a sender's message stands behind one that was sent later, as a tip shows them. */
  private int outOfOrder(JdbcClient database) {
    var last = new HashMap<String, Integer>();
    var count = new int[1];
    database
        .sql(
            """
            select substring(text from 'tip-([0-9a-f]{32})') as id, reader_id,
              substring(text from 'number ([0-9]+)')::int as number
            from submissions where text like 'tip-%' and reader_id is not null order by received_at, submissions.id
            """)
        .query(
            row -> {
              if (received.contains(row.getString("id"))) {
                var before = last.put(row.getString("reader_id"), row.getInt("number"));
                if (before != null && before > row.getInt("number")) {
                  count[0]++;
                }
              }
            });
    return count[0];
  }

  /**
   * What came of it.
   *
   * @param stored in the database although nobody was told so
   * @param slowestMillis of all answers by Twilio's channels and the form
   */
  record Figures(
      int received, int lost, int doubled, int stored, int outOfOrder, long slowestMillis) {}
}
