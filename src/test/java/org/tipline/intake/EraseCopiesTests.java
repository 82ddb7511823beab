package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.ListingChannel;
import org.tipline.support.SettableClock;
import org.tipline.support.TwilioCaller;

@TwilioNewsroomTest
class EraseCopiesTests implements TwilioNewsroom {

  private static final ChannelName SMS = new ChannelName("twilio-sms");

  @Autowired private EraseCopies eraseCopies;
  @Autowired private MissedDeliveries missed;
  @Autowired private Channels channels;
  @Autowired private Activity activity;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  private final String sid = TwilioCaller.messageSid();
  private final ProviderCopy copy = new ProviderCopy(SMS, sid);
  private final List<String> files = List.of("ME" + sid.substring(2), "ME0" + sid.substring(3));

  @BeforeEach
  void nothingIsUnderWay() {
    awaitFirstLooks(jdbc);
  }

  @Test
  void copyIsDeletedADayAfterTheMessageCame() throws Exception {
    var at = clock.instant().minus(Duration.ofMinutes(5));
    take(at);

    assertThat(plannedAt()).isBetween(at.plusSeconds(86_399), at.plusSeconds(86_401));
    eraseCopies.erase(copy);

    assertThat(deletions())
        .containsExactly(
            messages() + "/Media/" + files.get(0) + ".json",
            messages() + "/Media/" + files.get(1) + ".json",
            messages() + ".json");
    // and once more, as after a crash in between
    eraseCopies.erase(copy);
  }

  @Test
  void copyOfWhatIsNotWholeHereStays() throws Exception {
    take(clock.instant().minus(Duration.ofMinutes(5)));

    state("PENDING");
    assertThatThrownBy(() -> eraseCopies.erase(copy)).hasMessageContaining("still being fetched");
    state("LOST");
    eraseCopies.erase(copy);

    assertThat(deletions()).isEmpty();
  }

  @Test
  void refusedDeletionIsTriedAgainAndSaysWhy() throws Exception {
    take(clock.instant().minus(Duration.ofMinutes(5)));

    twilio.failAfter(3, 400, 20009, "");
    assertThatThrownBy(() -> eraseCopies.erase(copy)).hasMessageContaining("20009");
    assertThat(activity.of(SMS).lastFailure())
        .isEqualTo(
            "Could not delete the provider's copy of a message. Twilio answered 400, error 20009.");
    eraseCopies.erase(copy);

    assertThat(activity.of(SMS).lastFailure()).isNull();
    assertThat(deletions()).endsWith(messages() + ".json");
  }

  @Test
  void workForAChannelOfAnotherInstanceIsPutOff() {
    var due = clock.instant();
    plan("collect-missed", "elsewhere", due);
    plan(ProviderCopy.TASK.getTaskName(), "elsewhere " + sid, due);

    try {
      await().until(() -> putOff("elsewhere%", due) == 2);
    } finally {
      forget("elsewhere%");
    }
  }

  @Test
  void providerThatHangsHoldsAQuarterOfTheThreads() {
    var due = clock.instant();
    var instances = copy + "-%";
    // it answers nobody meanwhile
    synchronized (twilio) {
      for (var n = 0; n < 6; n++) {
        plan(ProviderCopy.TASK.getTaskName(), copy + "-" + n, due);
      }
      await().until(() -> putOff(instances, due) == 2);
      assertThat(planned(instances)).isEqualTo(6);
    }
    await().until(() -> planned(instances) == 2);
    forget(instances);
  }

  private int planned(String instances) {
    return jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
        .param(instances)
        .query(Integer.class)
        .single();
  }

  private void plan(String task, String instance, Instant at) {
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, ?, ?, false, 1)
            """)
        .params(task, instance, Timestamp.from(at))
        .update();
  }

  private int putOff(String instances, Instant since) {
    return jdbc.sql(
            """
            select count(*) from scheduled_tasks
            where task_instance like ? and not picked and execution_time > ?
            """)
        .params(instances, Timestamp.from(since.plusSeconds(30)))
        .query(Integer.class)
        .single();
  }

  private void forget(String instances) {
    jdbc.sql("delete from scheduled_tasks where task_instance like ?").param(instances).update();
  }

  private void take(Instant at) throws Exception {
    twilio.keepWithFiles(sid, "+254700" + sid.hashCode(), "25170", "habari", at, files);
    missed.collect(channels.find(SMS, ListingChannel.class).orElseThrow());
    await()
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from attachments a
                            join submissions s on s.id = a.submission_id
                            where s.external_id = ? and a.state = 'STORED'
                            """)
                        .param(sid)
                        .query(Integer.class)
                        .single()
                    == 2);
  }

  private void state(String state) {
    jdbc.sql(
            """
            update attachments set state = ? where submission_id in
              (select id from submissions where external_id = ?)
            """)
        .param(state)
        .param(sid)
        .update();
  }

  private Instant plannedAt() {
    return jdbc.sql(
            """
            select execution_time from scheduled_tasks
            where task_name = 'erase-copy' and task_instance = ?
            """)
        .param("twilio-sms " + sid)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private String messages() {
    return "DELETE /2010-04-01/Accounts/" + TwilioNewsroomTest.ACCOUNT + "/Messages/" + sid;
  }

  private List<String> deletions() {
    return twilio.requests().stream().filter(request -> request.startsWith("DELETE")).toList();
  }
}
