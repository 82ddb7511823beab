package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tipline.account.Browser;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.SignInLinks;
import org.tipline.support.NewsroomTest;

@NewsroomTest(properties = "tipline.newsroom.name=Gazeti la Mkoa")
class InvitationMailTests {

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(ServerSetup.SMTP.dynamicPort()).withPerMethodLifecycle(false);

  private static final String PAGE = "/admin/invitations";
  private static final Pattern LINK =
      Pattern.compile("https://tips\\.example\\.org(/sign-in/invitation\\?token=[\\w-]{43})");

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;

  private final String email = UUID.randomUUID() + "@desk.example";
  private Browser administrator;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @BeforeEach
  void signIn() {
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @Test
  void invitationGoesOutByMailAndItsLinkIsOnNoPage() throws Exception {
    var answer = invite();

    assertThat(answer.headers().firstValue("Location")).hasValue(PAGE);
    assertThat(administrator.get(PAGE).body())
        .contains("on its way to " + email)
        .doesNotContain("token=");
    var message = MAIL.getReceivedMessagesForDomain(email)[0];
    assertThat(message.getSubject()).isEqualTo("Your invitation to Gazeti la Mkoa");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(GreenMailUtil.getBody(message)).contains("within 48 hours", "It works once.");
    assertThat(new Browser(port).get(link(0)).statusCode()).isEqualTo(200);
  }

  @Test
  void sentAgainTheFirstLinkStops() {
    invite();
    var again =
        Pattern.compile("/admin/invitations/[0-9a-f-]{36}/again")
            .matcher(administrator.get(PAGE).body())
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    administrator.submit(PAGE, again, Map.of());

    assertThat(new Browser(port).get(link(0)).statusCode()).isEqualTo(404);
    assertThat(new Browser(port).get(link(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void linkIsShownWhenTheMailServerDoesNotAnswer() {
    MAIL.stop();
    try {
      assertThat(invite().body())
          .contains("the mail server did not take it", "/sign-in/invitation?token=");
    } finally {
      MAIL.start();
    }
  }

  private HttpResponse<String> invite() {
    return administrator.submit(
        PAGE, PAGE, Map.of("name", "Wanjiru", "email", email, "roles", "EDITOR"));
  }

  private String link(int number) {
    var body = GreenMailUtil.getBody(MAIL.getReceivedMessagesForDomain(email)[number]);
    return Arrays.stream(body.split("\\s+"))
        .map(LINK::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
