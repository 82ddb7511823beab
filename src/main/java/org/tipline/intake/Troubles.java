package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;

/** What goes wrong when we call a provider, for the administrator, until it goes well again. */
@Repository
class Troubles {

  private final JdbcClient jdbc;
  private final Clock clock;

  Troubles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(ChannelName channel, String what, String failure) {
    jdbc.sql(
            """
            insert into provider_troubles (channel, what, failure, failed_at) values (?, ?, ?, ?)
            on conflict (channel, what)
              do update set failure = excluded.failure, failed_at = excluded.failed_at
            """)
        .param(channel.value())
        .param(what)
        .param(failure)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  void clear(ChannelName channel, String what) {
    jdbc.sql("delete from provider_troubles where channel = ? and what = ?")
        .param(channel.value())
        .param(what)
        .update();
  }
}
