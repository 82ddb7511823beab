package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.tipline.channel.TipReferences;
import org.tipline.intake.Acceptance;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;
import org.tipline.media.MediaStore;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class FormRefusalTests {

  private static final String WORDS = "Bei ya unga imepanda tena";

  @MockitoBean private Intake intake;
  @MockitoBean private TipReferences references;
  @MockitoSpyBean private MediaStore media;
  @LocalServerPort private int port;
  private Http http;

  @BeforeEach
  void openBrowser() {
    http = new Http(port);
  }

  @Test
  void storeThatIsAwayIsSaidAndTheSameFormCanBeSentAgain() throws Exception {
    when(intake.accept(any())).thenThrow(new StoreAway("stopped", null)).thenReturn(Acceptance.NEW);
    var page = Jsoup.parse(http.get("/tip").body());
    var refused = FilledForm.of(page).with("text", WORDS).send(http);

    assertKept(refused, 503);
    var again = Jsoup.parse(refused.body());
    assertThat(again.select("[name=token]").val()).isEqualTo(page.select("[name=token]").val());
    assertThat(FilledForm.of(again).with("text", WORDS).send(http).statusCode()).isEqualTo(303);
  }

  @Test
  void mistakeIsSaidEvenWhileStoreIsAway() throws Exception {
    when(intake.find(any())).thenThrow(new StoreAway("stopped", null));
    var refused = FilledForm.opened(http).with("text", WORDS).with("contact", "?").send(http);

    assertKept(refused, 422);
  }

  @Test
  void receiptOfATipThatStillWaitsForTheStoreDoesNotWaitForIt() throws Exception {
    when(intake.accept(any())).thenReturn(Acceptance.SPOOLED);
    when(intake.isBehind()).thenReturn(true);
    var received = FilledForm.opened(http).with("text", WORDS).send(http);
    var receipt = http.get(received.headers().firstValue("Location").orElseThrow()).body();

    assertThat(receipt).contains("Your tip was received.").contains("Look again");
    verifyNoInteractions(references);
  }

  @Test
  void fullDiskIsSaidAndKeepsTheText() throws Exception {
    doThrow(new IOException("No space left on device")).when(media).store(any(), anyLong());
    var form = FilledForm.opened(http).with("text", WORDS).withFile("a.jpg", new byte[] {1});

    assertKept(form.send(http), 503);
  }

  @Test
  void receiptWithoutReferenceYetSaysReceivedAndLooksAgain() throws Exception {
    when(intake.accept(any())).thenReturn(Acceptance.NEW);
    when(references.of(any(), any())).thenThrow(new DataAccessResourceFailureException("stopped"));
    var received = FilledForm.opened(http).with("text", WORDS).send(http);
    var receipt =
        Jsoup.parse(http.get(received.headers().firstValue("Location").orElseThrow()).body());

    assertThat(receipt.select(".said").text()).contains("Your tip was received");
    assertThat(receipt.select("meta[http-equiv=refresh]").attr("content")).contains("&look=1");
  }

  private static void assertKept(HttpResponse<String> refused, int status) {
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.body()).contains("NOT received");
    assertThat(Jsoup.parse(refused.body()).select("#text").text()).isEqualTo(WORDS);
  }
}
