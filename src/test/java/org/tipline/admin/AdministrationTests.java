package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Browser;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.SignInLinks;
import org.tipline.folder.DataFolder;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Talk;

@NewsroomTest
class AdministrationTests {

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataFolder data;

  private Browser administrator;

  @BeforeEach
  void signIn() {
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @Test
  void everyPageOfTheNavigationOpensAndKnowsItsPlace() {
    for (var path :
        new String[] {
          "/admin",
          "/admin/channels",
          "/admin/deliveries",
          "/admin/notices",
          "/admin/replies",
          "/admin/editors",
          "/admin/invitations",
          "/admin/tokens",
          "/admin/keys"
        }) {
      var page = administrator.get(path);

      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .contains("href=\"" + path + "\" aria-current=\"page\"")
          .containsOnlyOnce("aria-current");
    }
  }

  @Test
  void replyThatDidNotReachItsReaderIsSeen() {
    var message = Talk.of(port, jdbc).says("Mafuriko");
    jdbc.sql(
            """
            insert into replies (id, kind, submission_id, channel, text, token, state, state_at,
              created_at, queued_at, attempts, failure)
            select gen_random_uuid(), 'OPT_OUT', ?, 'talking', 'Hatutakuandikia.',
              gen_random_uuid(), state, now(), now(), now(), 2, 'The phone <b>was</b> off.'
            from unnest(array['FAILED', 'UNCERTAIN']) state
            """)
        .param(message)
        .update();

    assertThat(administrator.get("/admin").body())
        .contains("did not reach the reader in the last seven days.")
        .contains("may or may not have been sent.");
    assertThat(administrator.get("/admin/replies").body())
        .contains("The phone &lt;b&gt;was&lt;/b&gt; off.", ">opt out<", ">failed<", ">uncertain<")
        .doesNotContain("Hatutakuandikia");
  }

  @Test
  void everyChannelThereIsIsListedAndOneThatIsOffSaysWhatToSet() {
    var rows = Jsoup.parse(administrator.get("/admin/channels").body()).select("tbody tr");

    assertThat(rows.eachText())
        .anySatisfy(row -> assertThat(row).startsWith("web Web on"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("twilio-sms SMS off")
                    .contains(
                        "Set tipline.channels.twilio-sms.number, tipline.twilio.account-sid,"
                            + " tipline.twilio.auth-token and tipline.public-url"))
        .anySatisfy(row -> assertThat(row).startsWith("twilio-whatsapp WhatsApp off"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("email Email off Set tipline.channels.email.address nothing yet"));
    assertThat(rows.select("td:first-child").eachText()).doesNotHaveDuplicates();
    assertThat(rows.select("tr.off .keys code")).isNotEmpty();
  }

  @Test
  void deskIsOfferedToThoseWhoHaveOne() {
    var both = new Browser(port).signIn(Newsroom.editor(editors, ADMIN, EDITOR).id(), links);

    assertThat(both.get("/admin").body()).contains("href=\"/desk\"");
    assertThat(administrator.get("/admin").body()).doesNotContain("href=\"/desk\"");
  }

  @Test
  void addedEditorSignsIn() {
    var added =
        administrator.submit(
            "/admin/editors",
            "/admin/editors",
            Map.of(
                "name", "Wanjiru <b>Kamau</b>",
                "email", "wanjiru@example.org",
                "roles", "EDITOR",
                "desks", desks.first().id().toString(),
                "password", "matunda ya uhuru"));

    assertThat(added.headers().firstValue("Location")).hasValue("/admin/editors");
    assertThat(administrator.get("/admin/editors").body())
        .contains("Wanjiru &lt;b&gt;Kamau&lt;/b&gt; can sign in now.", "wanjiru@example.org")
        .doesNotContain("<b>Kamau");
    assertThat(
            new Browser(port)
                .submit(
                    "/sign-in",
                    "/sign-in",
                    Map.of("username", "wanjiru@example.org", "password", "matunda ya uhuru"))
                .headers()
                .firstValue("Location"))
        .hasValue("/desk");
  }

  @Test
  void refusedEditorKeepsWhatWasTypedButThePassword() {
    var refused =
        administrator.submit(
            "/admin/editors",
            "/admin/editors",
            Map.of(
                "name", "Otieno", "email", "otieno@", "roles", "ADMIN", "password", "too short"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Write the email address as", "value=\"Otieno\"", "value=\"otieno@\"")
        .containsPattern("value=\"ADMIN\" checked")
        .doesNotContain("too short");
  }

  @Test
  void formWithoutFieldsIsRefusedWithASentence() {
    var refused = administrator.submit("/admin/editors", "/admin/editors", Map.of("roles", ""));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Write the email address as");
    assertThat(
            administrator
                .submit("/admin/editors", "/admin/editors", Map.of("roles", "GOD"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void shutOutEditorIsLetInAgain() {
    var editor = Newsroom.editor(editors, EDITOR);
    var access = "/admin/editors/" + editor.id() + "/access";

    administrator.submit("/admin/editors", access, Map.of("enabled", "false"));
    assertThat(administrator.get("/admin/editors").body()).contains("shut out", "signed out");
    assertThat(editors.find(editor.id()).orElseThrow().enabled()).isFalse();

    administrator.submit("/admin/editors", access, Map.of("enabled", "true"));
    assertThat(editors.find(editor.id()).orElseThrow().enabled()).isTrue();
  }

  @Test
  void newPasswordIsSetOrRefusedWithASentence() {
    var password = "/admin/editors/" + Newsroom.editor(editors, EDITOR).id() + "/password";

    administrator.submit("/admin/editors", password, Map.of("password", "short"));
    assertThat(administrator.get("/admin/editors").body()).contains("at least 12 characters.");
    administrator.submit("/admin/editors", password, Map.of("password", "haraka haina baraka"));
    assertThat(administrator.get("/admin/editors").body()).contains("The new password holds");
  }

  @Test
  void nobodyKnownIsNotFound() {
    var nobody = "/admin/editors/" + UUID.randomUUID();

    assertThat(
            administrator
                .submit("/admin/editors", nobody + "/access", Map.of("enabled", "false"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void parkedDeliveryIsShownAndReadAgain() {
    var id = park("The mail <script>has no end.");
    var page = administrator.get("/admin/deliveries").body();
    assertThat(page).contains("The mail &lt;script&gt;has no end.", id.toString());
    assertThat(administrator.get("/admin").body()).contains("could not be read.");

    administrator.submit("/admin/deliveries", "/admin/deliveries/" + id + "/replay", Map.of());

    assertThat(administrator.get("/admin/deliveries").body()).contains("is being read again.");
    assertThat(attempts(id)).isLessThan(5);
  }

  @Test
  void everyParkedDeliveryIsReadAgain() {
    var ids = new UUID[] {park("one"), park("two")};

    administrator.submit("/admin/deliveries", "/admin/deliveries/replay", Map.of());

    assertThat(administrator.get("/admin/deliveries").body()).contains("are being read again.");
    assertThat(ids).allSatisfy(id -> assertThat(attempts(id)).isLessThan(5));
  }

  @Test
  void deliveriesOfAChannelThatIsOffAreSaidToWait() {
    jdbc.sql(
            """
            insert into deliveries (id, channel, key, received_at, sealed, next_attempt_at)
            select gen_random_uuid(), 'gone', n::text, now() - interval '2 minutes', '\\x00', now()
            from generate_series(1, 2) n
            """)
        .update();

    assertThat(administrator.get("/admin").body())
        .contains("2 deliveries wait for the channel gone, which is off here");
    jdbc.sql("delete from deliveries where channel = 'gone'").update();
  }

  @Test
  void deliveryThatIsNotParkedIsSaidSo() {
    administrator.submit(
        "/admin/deliveries", "/admin/deliveries/" + UUID.randomUUID() + "/replay", Map.of());

    assertThat(administrator.get("/admin/deliveries").body()).contains("not parked any more.");
  }

  @Test
  void remarksOfPartlyReadDeliveriesAreShown() {
    jdbc.sql("insert into delivery_remarks values (?, 2, 'A status without an id.', now())")
        .param(park("whatever"))
        .update();

    assertThat(administrator.get("/admin/deliveries").body()).contains("A status without an id.");
  }

  @Test
  void fileOfTheSpoolThatCannotBeReadIsShownAndReadAgain() throws IOException {
    var foreign = "notes <b>" + UUID.randomUUID();
    Files.writeString(data.part("spool/new").resolve(foreign), "milk");
    await().until(() -> administrator.get("/admin").body().contains("of the spool could not be"));

    var page = administrator.get("/admin/deliveries").body();
    assertThat(page).contains("Its name is not one that Tipline gives.", "notes &lt;b&gt;");

    administrator.submit("/admin/deliveries", "/admin/spool/replay", Map.of());
    assertThat(administrator.get("/admin/deliveries").body()).contains("spool", "being read again");
    await().until(() -> Files.exists(data.part("spool/bad").resolve(foreign)));
    Files.delete(data.part("spool/bad").resolve(foreign));
  }

  @Test
  void addedKeySealsFromNowOn() {
    var before = count(administrator.get("/admin/keys").body(), "opens only");

    administrator.submit("/admin/keys", "/admin/keys", Map.of());

    var page = administrator.get("/admin/keys").body();
    assertThat(page).contains("New keys are in use");
    assertThat(count(page, "opens only")).isEqualTo(before + 2);
    assertThat(count(page, "seals now")).isEqualTo(2);
  }

  private static int count(String page, String words) {
    return page.split(words, -1).length - 1;
  }

  private UUID park(String failure) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into deliveries (id, channel, key, received_at, sealed, state, attempts,
              next_attempt_at, failure, failed_at)
            values (?, 'web', ?, now(), '\\x00', 'UNREADABLE', 5, now(), ?, now())
            """)
        .params(id, id.toString(), failure)
        .update();
    return id;
  }

  private int attempts(UUID id) {
    return jdbc.sql("select attempts from deliveries where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
