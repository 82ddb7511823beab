package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Address.Kind;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;

class WhatsAppReadingTests {

  private static final Address PHONE = new Address(Kind.PHONE, "+254300555102");
  private static final Address USER = new Address(Kind.WHATSAPP_USER, "KE.1234567890abcdef");

  @Test
  void messageComesFromANumberWithAName() throws Exception {
    assertThat(message("whatsapp-text"))
        .isEqualTo(
            new ReaderMessage(
                "SM00000000000000000000000000000c01",
                new Sender(List.of(PHONE), "Achieng O."),
                null,
                "Water has been off in Kariobangi South for three weeks 😡",
                Details.NONE,
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp-photo,    image/jpeg",
    "whatsapp-voice,    audio/ogg",
    "whatsapp-contacts, text/vcard",
  })
  void fileHasTheTypeTwilioNames(String fixture, String type) throws Exception {
    var message = message(fixture);

    assertThat(message.text()).isEmpty();
    assertThat(message.files()).extracting(IncomingFile::declaredType).containsExactly(type);
  }

  @Test
  void sharedPlaceIsALocation() throws Exception {
    var location = new Location(-1.2833, 36.8167, "City Hall", "City Hall Way, Nairobi");

    assertThat(message("whatsapp-location").details())
        .isEqualTo(new Details(null, null, null, location, null, Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1",
    "91, 1",
    "1, 180.1",
    "'', ''",
    "Kisumu, 34",
    "1e999, 1",
  })
  void placeWithoutGoodNumbersIsKeptInWords(String latitude, String longitude) throws Exception {
    var body =
        Map.of(
            "MessageSid", "SM1",
            "Latitude", latitude,
            "Longitude", longitude,
            "Label", "City Hall",
            "Address", "Nairobi");

    var details = only(read(Twilio.form(body))).details();

    assertThat(details.location()).isNull();
    assertThat(details.place()).isEqualTo("City Hall, Nairobi");
  }

  @Test
  void nameAndPlaceOfEndlessLengthAreCut() throws Exception {
    var endless = "x".repeat(499) + "😀".repeat(1_000);
    var body = new HashMap<>(Map.of("MessageSid", "SM1", "From", "whatsapp:+254300555102"));
    for (var name : List.of("ProfileName", "Label", "Address", "OriginalRepliedMessageSid")) {
      body.put(name, endless);
    }
    var message = only(read(Twilio.form(body)));

    assertThat(Objects.requireNonNull(message.sender()).displayName()).isEqualTo("x".repeat(499));
    assertThat(message.details().place()).hasSize(2 * 499 + 2);
    assertThat(message.details().repliedTo()).hasSize(499);
  }

  @Test
  void forwardedMessageIsMarked() throws Exception {
    assertThat(message("whatsapp-forwarded").details().marks())
        .containsExactlyInAnyOrder(Mark.FORWARDED, Mark.FREQUENTLY_FORWARDED);
  }

  @Test
  void replyNamesWhatItAnswers() throws Exception {
    assertThat(message("whatsapp-reply").details().repliedTo())
        .isEqualTo("SM00000000000000000000000000000d01");
  }

  @ParameterizedTest
  @CsvSource({"whatsapp-button, 'Yes, call me'", "whatsapp-list, Nairobi"})
  void tappedAnswerIsTheText(String fixture, String text) throws Exception {
    var message = message(fixture);

    assertThat(message.text()).isEqualTo(text);
    assertThat(message.details().marks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whatsapp-contacts", "whatsapp-flow", "whatsapp-tomorrow"})
  void kindWeCannotShowIsAMarkedMessage(String fixture) throws Exception {
    var message = message(fixture);

    assertThat(message.text()).isEmpty();
    assertThat(message.details().marks()).containsExactly(Mark.UNSUPPORTED);
    assertThat(message.sender()).isNotNull();
  }

  @Test
  void readerWithoutANumberIsKnownByTheirId() throws Exception {
    assertThat(message("whatsapp-user-id").sender())
        .isEqualTo(new Sender(List.of(USER), "achieng.o"));
  }

  @Test
  void numberComesBeforeTheId() throws Exception {
    assertThat(message("whatsapp-both-ids").sender())
        .isEqualTo(new Sender(List.of(PHONE, USER), "Achieng O."));
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp:+5215512345678,  PHONE,         +5215512345678",
    "whatsapp:+551187654321,   PHONE,         +551187654321",
    "whatsapp:447911123456,    PHONE,         +447911123456",
    "WhatsApp:+447911123456,   PHONE,         +447911123456",
    "whatsapp:US.99,           WHATSAPP_USER, US.99",
    "whatsapp:someone new,     WHATSAPP_USER, someone new",
    "+254300555102,            PHONE,         +254300555102",
  })
  void addressIsTheOneToAnswerTo(String from, Kind kind, String value) throws Exception {
    var sender = only(read(Twilio.form(Map.of("MessageSid", "SM1", "From", from)))).sender();

    assertThat(Objects.requireNonNull(sender).addresses())
        .containsExactly(new Address(kind, value));
  }

  @Test
  void messageOfNobodyHasNoSender() throws Exception {
    var message = only(read("MessageSid=SM1&From=whatsapp%3A&ProfileName=A".getBytes(UTF_8)));

    assertThat(message.sender()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp-status-read,   SM00000000000000000000000000000d03, read,",
    "whatsapp-status-failed, SM00000000000000000000000000000d04, failed, 63016",
  })
  void callbackIsAReceiptForAReply(
      String fixture, String sid, String status, @Nullable String error) throws Exception {
    assertThat(read(Twilio.fixture(fixture)))
        .isEqualTo(Reading.of(new ReplyReceipt(sid, status, error)));
  }

  private static ReaderMessage message(String fixture) throws Exception {
    return only(read(Twilio.fixture(fixture)));
  }

  private static ReaderMessage only(Reading reading) {
    assertThat(reading.receipts()).isEmpty();
    assertThat(reading.ignored()).isEmpty();
    assertThat(reading.messages()).hasSize(1);
    return reading.messages().getFirst();
  }

  private static Reading read(byte[] body) throws UnreadableDelivery {
    return Twilio.whatsAppChannel().read(Twilio.delivery(WhatsAppChannel.NAME, "key", body));
  }
}
