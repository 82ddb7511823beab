package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Address.Kind;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile.AtProvider;
import org.tipline.channel.Mark;
import org.tipline.channel.MediaReference;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;

class SmsReadingTests {

  @Test
  void smsIsWhatTheReaderSaid() throws Exception {
    assertThat(message("sms"))
        .isEqualTo(
            new ReaderMessage(
                "SM00000000000000000000000000000a01",
                new Sender(List.of(new Address(Kind.PHONE, "+254300555101")), null),
                null,
                "Habari! Barabara ya Ngong’ imefungwa tangu asubuhi 🚧 tafadhali njooni",
                Details.NONE,
                List.of()));
  }

  @Test
  void wordsAreNotTidied() throws Exception {
    assertThat(message("sms-spaces").text())
        .isEqualTo("  100% true + more & \"quoted\" = yes\nsecond line \t");
  }

  @Test
  void emptyMessageIsAMessage() throws Exception {
    var message = message("sms-empty");

    assertThat(message.text()).isEmpty();
    assertThat(message.details()).isEqualTo(Details.NONE);
    assertThat(message.sender()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "sms-short-code, SHORT_CODE, 40404",
    "sms-word,       WORD,       Safaricom",
    "mms-photo,      PHONE,      +15005550006",
  })
  void senderIsWhateverTheOperatorCallsIt(String fixture, Kind kind, String value)
      throws Exception {
    var sender = new Sender(List.of(new Address(kind, value)), null);

    assertThat(message(fixture).sender()).isEqualTo(sender);
  }

  @Test
  void photosStayAtTheProvider() throws Exception {
    var message = message("mms-photo");

    assertThat(message.text()).isEqualTo("The bridge at Kathita");
    assertThat(message.files()).containsExactly(photo(1, "image/jpeg"), photo(2, "image/png"));
  }

  @Test
  void lostSegmentIsMarked() throws Exception {
    assertThat(message("sms-incomplete").details().marks()).containsExactly(Mark.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource({
    "sms-status-delivered, SM00000000000000000000000000000d01, delivered,",
    "sms-status-failed,    SM00000000000000000000000000000d02, undelivered, 30003",
  })
  void callbackIsAReceiptForAReply(
      String fixture, String sid, String status, @Nullable String error) throws Exception {
    assertThat(read(Twilio.fixture(fixture)))
        .isEqualTo(Reading.of(new ReplyReceipt(sid, status, error)));
  }

  @ParameterizedTest
  @CsvSource({
    "NumMedia=0&MediaUrl0=u,                        1",
    "MediaUrl0=u,                                   1",
    "NumMedia=3&MediaUrl0=u,                        1",
    "NumMedia=10000&MediaUrl0=u&MediaUrl1=v,        2",
    "NumMedia=-1&MediaUrl1=v,                       1",
    "NumMedia=many&MediaUrl0=&MediaUrl1=+,          0",
    "NumMedia=99999999999999999999,                 0",
  })
  void addressesOfFilesCountAndNotTheirNumber(String body, int files) throws Exception {
    assertThat(only(read("MessageSid=SM1&" + body)).files()).hasSize(files);
  }

  @Test
  void filesAreCapped() throws Exception {
    var body =
        IntStream.range(0, 10_000).mapToObj(i -> "MediaUrl" + i + "=u").collect(joining("&"));

    assertThat(only(read("MessageSid=SM1&NumMedia=10000&" + body)).files()).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "From=", "From=+", "To=1"})
  void messageOfNobodyHasNoSender(String body) throws Exception {
    assertThat(only(read("MessageSid=SM1&" + body)).sender()).isNull();
  }

  @Test
  void textIsFitForTheDatabase() throws Exception {
    var message = only(read("MessageSid=SM1&From=a%00b&Body=x%00y%ED%A0%80&MediaUrl0=u%00"));

    assertThat(message.text()).startsWith("x\uFFFDy").doesNotContain("\0");
    assertThat(UTF_8.newEncoder().canEncode(message.text())).isTrue();
    assertThat(message.files().toString()).doesNotContain("\0");
    assertThat(Objects.requireNonNull(message.sender()).addresses().getFirst().value())
        .isEqualTo("a\uFFFDb");
  }

  @Test
  void deliveryWithoutAnIdIsUnreadable() {
    assertThatThrownBy(() -> read("Body=x")).isInstanceOf(UnreadableDelivery.class);
  }

  private static AtProvider photo(int number, String type) {
    var sid = "MM00000000000000000000000000000b01";
    var url =
        "https://api.twilio.com/2010-04-01/Accounts/%s/Messages/%s/Media/ME%032x"
            .formatted(Twilio.ACCOUNT, sid, number);
    return new AtProvider(new MediaReference(SmsChannel.NAME, sid, url), null, type);
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

  private static Reading read(String body) throws UnreadableDelivery {
    return read(body.getBytes(UTF_8));
  }

  private static Reading read(byte[] body) throws UnreadableDelivery {
    return Twilio.smsChannel().read(Twilio.delivery(SmsChannel.NAME, "key", body));
  }
}
