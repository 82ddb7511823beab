package org.tipline.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {

  @ParameterizedTest
  @CsvSource({
    "https://api.twilio.com/x,            api.twilio.com,      true",
    "https://API.Twilio.COM/x,            api.twilio.com,      true",
    "https://api.twilio.com/x,            API.twilio.com,      true",
    "https://api.twilio.com:443/x,        api.twilio.com,      true",
    "https://api.twilio.com/x,            api.twilio.com:443,  true",
    "https://api.twilio.com:8443/x,       api.twilio.com,      false",
    "https://api.twilio.com:8443/x,       api.twilio.com:8443, true",
    "http://api.twilio.com/x,             api.twilio.com:443,  false",
    "https://api.twilio.com./x,           api.twilio.com,      false",
    "https://api.twilio.com.evil.com/x,   api.twilio.com,      false",
    "https://evil.com/api.twilio.com,     api.twilio.com,      false",
    "https://mms.twiliocdn.com/x,         .twiliocdn.com,      true",
    "https://twiliocdn.com/x,             .twiliocdn.com,      false",
    "https://eviltwiliocdn.com/x,         .twiliocdn.com,      false",
    "https://mms.twiliocdn.com:8443/x,    .twiliocdn.com,      false",
    "https://mms.twiliocdn.com:8443/x,    .twiliocdn.com:8443, true",
  })
  void hostIsAllowedByItsWholeName(URI address, String entry, boolean isAllowed) throws Exception {
    assertThat(Target.of(address).isOneOf(List.of("other.example", entry))).isEqualTo(isAllowed);
  }
}
