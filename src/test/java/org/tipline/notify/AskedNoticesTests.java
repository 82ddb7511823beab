package org.tipline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Newsroom;
import org.tipline.account.Role;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.channel.Delivery;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;
import org.tipline.moderation.Act;
import org.tipline.moderation.Handover;
import org.tipline.moderation.Notes;
import org.tipline.moderation.Queue;
import org.tipline.notify.Unsent.Then;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.triage.PaperChannel;
import org.tipline.triage.Postbox;

/** An editor is told when a colleague hands them a tip, names them, or moves one to their desk. */
@NewsroomTest(properties = "tipline.notify.quiet=1s")
@Import({Postbox.class, PaperChannel.class, HangingFiles.class})
class AskedNoticesTests {

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(ServerSetup.SMTP.dynamicPort()).withPerMethodLifecycle(false);

  /** {@code tipline.media.fetching.at-once}. */
  private static final int AT_ONCE = 8;

  private final String otieno = UUID.randomUUID() + "@desk.example";

  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private Handover handover;
  @Autowired private Notes notes;
  @Autowired private Notices notices;
  @Autowired private JdbcClient jdbc;
  @Autowired private NoticeTimes times;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Queue queue;
  @Autowired private Postbox postbox;
  @Autowired private HangingFiles files;
  @Autowired private Intake intake;
  @Autowired private SettableClock clock;

  private Seats achieng;
  private UUID achiengId;
  private UUID otienoId;
  private String tip;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @BeforeEach
  void twoEditorsAndATip() {
    var western = desks.open("western", "Western");
    var news = desks.first().id();
    achiengId = editor(UUID.randomUUID() + "@desk.example", "Achieng", Set.of(news));
    achieng = Newsroom.seats(achiengId, desks);
    otienoId = editor(otieno, "Otieno" + otieno.substring(0, 8), Set.of(news, western.id()));
    tip = postbox.post("Mafuriko Budalang’i");
  }

  @Test
  void editorIsToldOfAHandoverOnce() {
    handover.assign(act(), otienoId);
    await().until(() -> mailTo(otieno).contains("handed to you"));

    assertThat(mailTo(otieno)).contains(tip).doesNotContain("Mafuriko");
    handover.assign(Act.of(achieng, tip, version()), achiengId);
    assertThat(mailTo(otieno)).containsOnlyOnce("handed to you");
  }

  @Test
  void editorIsToldThatANoteNamesThemAndNotWhatItSays() {
    var note = Act.newId();
    var text = "Ask the chief, @otieno" + otieno.substring(0, 8) + "! His number is secret";
    notes.write(note, tip, achieng, text);
    notes.write(note, tip, achieng, text);

    await().until(() -> mailTo(otieno).contains("a note names you"));
    assertThat(mailTo(otieno))
        .containsOnlyOnce("a note names you")
        .doesNotContain("secret", "chief");
  }

  @Test
  void noteThatNamesTwoWaitsForNobodyWhoWaitsForIt() throws Exception {
    var some = otieno.substring(0, 8);
    var first = new Recipient(namesake("Zuhura" + some));
    var second = new Recipient(namesake("Adhiambo" + some));
    var text = "@zuhura%s and @adhiambo%s".formatted(some, some);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var note =
          transaction.execute(
              _ -> {
                times.schedule(List.of(first));
                var writing = threads.submit(() -> notes.write(Act.newId(), tip, achieng, text));
                await().until(this::somebodyWaits);
                times.schedule(List.of(second));
                return writing;
              });
      note.get(10, TimeUnit.SECONDS);
    }
  }

  private UUID namesake(String name) {
    return editor(UUID.randomUUID() + "@desk.example", name, Set.of(desks.first().id()));
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Test
  void deskIsToldOfWhatIsMovedToIt() {
    var western = desks.find("western").orElseThrow().id();
    var wekesa = UUID.randomUUID() + "@desk.example";
    editor(wekesa, "Wekesa", Set.of(western));
    handover.move(act(), "western");
    await().until(() -> mailTo(wekesa).contains("Western"));
    assertThat(mailTo(wekesa)).contains(tip).doesNotContain("Mafuriko");
  }

  @Test
  void filesThatHangHoldUpNoNotice() throws StoreAway {
    intake.accept(
        new Delivery(HangingFiles.NAME, otieno, clock.instant(), Map.of(), new byte[] {1}));
    await().until(() -> files.asked() == AT_ONCE);

    handover.assign(act(), otienoId);
    await().until(() -> mailTo(otieno).contains(tip));
    assertThat(files.asked()).isEqualTo(AT_ONCE);
    files.answer();
    await().until(() -> files.asked() == HangingFiles.FILES);
  }

  @Test
  void whatMayHaveArrivedIsSentOnceMoreWhateverFailsInBetween() {
    transaction.executeWithoutResult(
        nothingOfItStays -> {
          nothingOfItStays.setRollbackOnly();
          notices.add(List.of(tipId()), List.of(new Recipient(otienoId)), NoticeKind.NAMED);

          assertThat(waitsAfter(Unsent.MAY_HAVE_ARRIVED, Then.TELL_ONCE_MORE)).isTrue();
          assertThat(waitsAfter("mail: nobody listens", Then.TRY_AGAIN)).isTrue();
          assertThat(waitsAfter(Unsent.MAY_HAVE_ARRIVED, Then.TELL_ONCE_MORE)).isFalse();
        });
  }

  private boolean waitsAfter(String failure, Then then) {
    var due = takeNamed();
    assertThat(due).hasSize(1);
    notices.markFailed(due, failure, then);
    return jdbc.sql("select state = 'WAITING' from notices where id = ?")
        .param(due.getFirst().id())
        .query(Boolean.class)
        .single();
  }

  @Test
  void whatIsBeingSentIsNotSentByAnother() {
    transaction.executeWithoutResult(
        nothingOfItStays -> {
          nothingOfItStays.setRollbackOnly();
          notices.add(List.of(tipId()), List.of(new Recipient(otienoId)), NoticeKind.NAMED);

          assertThat(takeNamed()).hasSize(1);
          assertThat(takeNamed()).isEmpty();
          assertThat(notices.areWaiting(otienoId)).isTrue();
          clock.pass(Duration.ofSeconds(121));
          assertThat(takeNamed()).hasSize(1);
          clock.pass(Duration.ofMinutes(-10));
          assertThat(takeNamed()).hasSize(1);
        });
  }

  /** That the tip came is being told meanwhile. */
  private List<DueNotice> takeNamed() {
    return notices.take(otienoId).stream().filter(due -> due.kind() == NoticeKind.NAMED).toList();
  }

  @Test
  void mailOfAClockThatWasAheadHoldsUpNoOther() {
    transaction.executeWithoutResult(
        nothingOfItStays -> {
          nothingOfItStays.setRollbackOnly();
          var to = new Recipient(otienoId);
          clock.pass(Duration.ofHours(1));
          notices.add(List.of(tipId()), List.of(to), NoticeKind.NAMED);
          notices.markSent(notices.take(otienoId));
          clock.reset();

          jdbc.sql("delete from scheduled_tasks where task_instance = ?")
              .param(to.instance())
              .update();
          times.schedule(List.of(to));
          assertThat(
                  jdbc.sql("select execution_time from scheduled_tasks where task_instance = ?")
                      .param(to.instance())
                      .query(Timestamp.class)
                      .single()
                      .toInstant())
              .isBefore(clock.instant().plusSeconds(2));
        });
  }

  private UUID tipId() {
    return queue.row(Sight.EVERYWHERE, tip).orElseThrow().id();
  }

  private Act act() {
    return Act.of(achieng, tip, version());
  }

  private long version() {
    return queue.row(Sight.EVERYWHERE, tip).orElseThrow().version();
  }

  private static String mailTo(String address) {
    return Arrays.stream(MAIL.getReceivedMessagesForDomain(address))
        .map(message -> GreenMailUtil.getBody(message))
        .collect(Collectors.joining("\n"));
  }

  private UUID editor(String address, String name, Set<UUID> at) {
    return editors.create(new NewEditor(address, name, Set.of(Role.EDITOR), at, null)).id();
  }
}
