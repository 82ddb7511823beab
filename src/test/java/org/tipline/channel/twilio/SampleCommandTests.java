package org.tipline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipline.channel.Medium;
import org.tipline.channel.SampleChannel;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

class SampleCommandTests {

  private static final Pattern PARAMETER = Pattern.compile("--data-urlencode '([^=]+)=([^']*)'");
  private static final Pattern SIGNATURE = Pattern.compile("'X-Twilio-Signature: ([^']+)'");

  static Stream<SampleChannel> channels() {
    return Stream.of(Twilio.smsChannel(), Twilio.whatsAppChannel());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void commandDeliversATip(SampleChannel channel) throws Exception {
    var command = channel.sampleCommand();
    var request = request(channel, command);

    assertThat(command)
        .startsWith("curl ")
        .endsWith(" 'https://tips.example.org/hooks/" + channel.name() + "'")
        .doesNotContain("\n");
    assertThatCode(() -> ((WebhookChannel) channel).authenticate(request))
        .doesNotThrowAnyException();
    var reading = channel.read(Twilio.delivery(channel.name(), "key", request.body()));
    assertThat(reading.messages())
        .singleElement()
        .satisfies(message -> assertThat(message.text()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void eachCommandIsAnotherMessage(SampleChannel channel) {
    assertThat(request(channel, channel.sampleCommand()).body())
        .isNotEqualTo(request(channel, channel.sampleCommand()).body());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void senderCannotBeDialled(SampleChannel channel) throws Exception {
    var request = request(channel, channel.sampleCommand());
    var message =
        channel.read(Twilio.delivery(channel.name(), "key", request.body())).messages().getFirst();
    var number = Objects.requireNonNull(message.sender()).addresses().getFirst().value();
    var library = PhoneNumberUtil.getInstance();

    assertThat(channel.medium()).isIn(Medium.SMS, Medium.WHATSAPP);
    assertThat(library.isValidNumber(library.parse(number, "KE"))).isFalse();
  }

  private static WebhookRequest request(SampleChannel channel, String command) {
    var parameters = new LinkedHashMap<String, String>();
    PARAMETER.matcher(command).results().forEach(one -> parameters.put(one.group(1), one.group(2)));
    var signature = SIGNATURE.matcher(command);
    assertThat(signature.find()).isTrue();
    return Twilio.post(
        "/hooks/" + channel.name(), null, signature.group(1), Twilio.form(Map.copyOf(parameters)));
  }
}
