package org.tipline.submission;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Mark;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.ReplyReceipt;

/** Takes in what readers sent, each message once, and tells the queue of it. */
@Component
public class Arrivals {

  private final JdbcClient jdbc;
  private final Readers readers;
  private final Attachments attachments;
  private final ApplicationEventPublisher events;

  Arrivals(
      JdbcClient jdbc, Readers readers, Attachments attachments, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.readers = readers;
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
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    if (insert(id, arrival, from, message)) {
      attachments.add(id, arrival, message.files());
      events.publishEvent(new SubmissionReceived(id));
    }
  }

  private boolean insert(
      UUID id, Arrival arrival, Readers.@Nullable Known from, ReaderMessage message) {
    var details = message.details();
    var location = details.location();
    return jdbc.sql(
                """
                insert into submissions (id, delivery_id, channel, medium, external_id, reader_id,
                  address_id, sent_at, received_at, text, subject, quoted, place,
                  latitude, longitude, location_label, message_id, replied_to, marks)
                values (:id, :delivery, :channel, :medium, :external, :reader,
                  :address, :sent, :received, :text, :subject, :quoted, :place,
                  :latitude, :longitude, :label, :messageId, :repliedTo, :marks::text[])
                on conflict (channel, external_id) do nothing
                """)
            .param("id", id)
            .param("delivery", arrival.deliveryId())
            .param("channel", arrival.channel().value())
            .param("medium", arrival.medium().name())
            .param("external", StorableText.of(message.externalId()))
            .param("reader", from == null ? null : from.reader())
            .param("address", from == null ? null : from.address())
            .param("sent", message.sentAt() == null ? null : Timestamp.from(message.sentAt()))
            .param("received", Timestamp.from(arrival.receivedAt()))
            .param("text", StorableText.of(message.text()))
            .param("subject", StorableText.ofNullable(details.subject()))
            .param("quoted", StorableText.ofNullable(details.quoted()))
            .param("place", StorableText.ofNullable(details.place()))
            .param("latitude", location == null ? null : location.latitude())
            .param("longitude", location == null ? null : location.longitude())
            .param("label", location == null ? null : StorableText.ofNullable(location.words()))
            .param("messageId", StorableText.ofNullable(details.messageId()))
            .param("repliedTo", StorableText.ofNullable(details.repliedTo()))
            .param("marks", details.marks().stream().map(Mark::name).toArray(String[]::new))
            .update()
        == 1;
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
