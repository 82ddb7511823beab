package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipline.channel.Mark;

class OptOutWordsTests {

  @ParameterizedTest
  @CsvSource({
    "25170, Tafadhali acheni, STOP, STOP_ANSWERED",
    "25170, ANZA, START, START_ANSWERED",
    "25170, INFO, HELP, HELP_ANSWERED",
    "25170, STOP, , ",
    "25170, STOP, NEWKIND, ",
    "whatsapp:+254743570000, STOP, , ",
    "+254743570000, stop, , STOP_ANSWERED",
    "+254743570000, ' Stop ', , STOP_ANSWERED",
    "+254743570000, OptOut, , STOP_ANSWERED",
    "+254743570000, START, , START_ANSWERED",
    "+254743570000, help, , HELP_ANSWERED",
    "+254743570000, ACHA, , ",
    "+254743570000, YES, , ",
    "+254743570000, Stop., , ",
    "+254743570000, Stop the demolition, , "
  })
  void answeredIsWhatTwilioSaysOrDoesForEveryLongCode(
      String to, String body, @Nullable String optOutType, @Nullable Mark mark) {
    var form = "To=" + encode(to) + "&Body=" + encode(body);
    var parsed =
        TwilioForm.parse(
            (optOutType == null ? form : form + "&OptOutType=" + optOutType).getBytes(UTF_8));

    assertThat(OptOutWords.answered(parsed).orElse(null)).isEqualTo(mark);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
