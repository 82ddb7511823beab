package org.tipline.submission;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.ReplyReceipt;

/** Takes in what readers sent, each message once, and tells the queue of it. */
@Component
public class Arrivals {

  private final JdbcClient jdbc;
  private final Readers readers;
  private final SubmissionInsert insert;
  private final Attachments attachments;
  private final ApplicationEventPublisher events;

  Arrivals(
      JdbcClient jdbc,
      Readers readers,
      SubmissionInsert insert,
      Attachments attachments,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.readers = readers;
    this.insert = insert;
    this.attachments = attachments;
    this.events = events;
  }

  /**
   * Keeps a message with its reader and files, inside the caller's transaction, and publishes
   * {@link SubmissionReceived}; a message that is kept already is left as it is.
   */
  public void add(Arrival arrival, ReaderMessage message) {
    var from =
        message.sender() == null
            ? null
            : readers.recognise(arrival.medium(), message.sender(), arrival.receivedAt());
    for (var id : insert.insert(List.of(NewSubmission.of(arrival, from, message)))) {
      attachments.add(id, arrival, message.files());
      events.publishEvent(new SubmissionReceived(id));
    }
  }

  /**
   * Keeps what providers said of our replies and publishes {@link ReceiptReceived} for each reply,
   * always in one order: those who merge them lock one after the other.
   */
  public void addReceipts(Arrival arrival, List<ReplyReceipt> receipts) {
    for (var position = 0; position < receipts.size(); position++) {
      add(arrival, position, receipts.get(position));
    }
    receipts.stream()
        .map(receipt -> StorableText.of(receipt.externalId()))
        .distinct()
        .sorted()
        .forEach(id -> events.publishEvent(new ReceiptReceived(arrival.channel(), id)));
  }

  private void add(Arrival arrival, int position, ReplyReceipt receipt) {
    jdbc.sql(
            """
            insert into reply_receipts
              (delivery_id, position, channel, external_id, status, error_code, received_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(arrival.deliveryId())
        .param(position)
        .param(arrival.channel().value())
        .param(StorableText.of(receipt.externalId()))
        .param(StorableText.of(receipt.status()))
        .param(StorableText.ofNullable(receipt.errorCode()))
        .param(Timestamp.from(arrival.receivedAt()))
        .update();
  }
}
