package org.tipline.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.channel.ChannelName;

/** Exactly what a provider handed us, for whoever gives a reason. */
@Repository
public class RawDeliveries {

  private static final int LONGEST_REASON = 500;

  private final DeliverySeal seal;
  private final JdbcClient jdbc;
  private final Clock clock;

  RawDeliveries(DeliverySeal seal, JdbcClient jdbc, Clock clock) {
    this.seal = seal;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Writes down who asks and why, and only when that is committed opens the bytes; empty when there
   * is no such delivery.
   *
   * @param reason 1 to 500 characters
   * @throws NoReason when it is shorter or longer
   * @throws org.tipline.seal.SealBroken when no key of ours opens it; the asking stays written down
   */
  @Transactional(propagation = Propagation.NEVER) // a rollback would take the reason with it
  public Optional<byte[]> open(UUID delivery, UUID editor, String reason) {
    var why = reason.replace('\u0000', '\uFFFD').strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new NoReason();
    }
    return writeDown(delivery, editor, why) ? Optional.of(bytes(delivery)) : Optional.empty();
  }

  private boolean writeDown(UUID delivery, UUID editor, String reason) {
    return jdbc.sql(
                """
                insert into delivery_views (id, delivery_id, channel, editor_id, viewed_at, reason)
                select ?, id, channel, ?, ?, ? from deliveries where id = ?
                """)
            .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
            .param(editor)
            .param(Timestamp.from(clock.instant()))
            .param(reason)
            .param(delivery)
            .update()
        > 0;
  }

  private byte[] bytes(UUID delivery) {
    return jdbc.sql("select id, channel, key, received_at, sealed from deliveries where id = ?")
        .param(delivery)
        .query((rs, _) -> sealed(rs))
        .optional()
        .map(row -> seal.open(row).body())
        .orElseGet(() -> new byte[0]);
  }

  private static SealedDelivery sealed(ResultSet rs) throws SQLException {
    return new SealedDelivery(
        rs.getObject("id", UUID.class),
        rs.getString("channel"),
        rs.getString("key"),
        rs.getTimestamp("received_at").toInstant(),
        rs.getBytes("sealed"));
  }

  /** Who looked at what, the newest first. */
  public List<DeliveryView> views(int limit) {
    return jdbc.sql(
            """
            select v.delivery_id, v.channel, e.name, v.viewed_at, v.reason
            from delivery_views v join editors e on e.id = v.editor_id
            order by v.viewed_at desc limit ?
            """)
        .param(limit)
        .query(
            (rs, _) ->
                new DeliveryView(
                    rs.getObject("delivery_id", UUID.class),
                    new ChannelName(rs.getString("channel")),
                    rs.getString("name"),
                    rs.getTimestamp("viewed_at").toInstant(),
                    rs.getString("reason")))
        .list();
  }
}
