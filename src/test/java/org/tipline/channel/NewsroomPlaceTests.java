package org.tipline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class NewsroomPlaceTests {

  private final ApplicationContextRunner newsroom =
      new ApplicationContextRunner().withUserConfiguration(House.class);

  @Test
  void everyRoomIsGivenTheZoneThatIsSet() {
    newsroom
        .withPropertyValues("tipline.newsroom.time-zone=Africa/Kampala")
        .run(
            context ->
                assertThat(context.getBean(ZoneId.class)).isEqualTo(ZoneId.of("Africa/Kampala")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time-zone=Nairobi | Set tipline.newsroom.time-zone to a time zone, such as Africa/Nairobi;"
            + " it is \"Nairobi\".",
        "time-zone=Africa/Nairobbi | such as Africa/Nairobi; it is",
        "time-zone= | such as Africa/Nairobi; it is \"\".",
        "region=Kenya | Set tipline.newsroom.region to the two capital letters of a country, such"
            + " as KE; it is \"Kenya\".",
        "region=ke | such as KE; it is \"ke\".",
        "region=254 | such as KE; it is",
        "languages=english | Set tipline.newsroom.languages to codes of languages, two small"
            + " letters each, such as [en, sw]; it is \"english\".",
        "languages=en,kiswahili | it is \"en, kiswahili\".",
        "languages= | such as [en, sw]; it is",
      })
  void whatMeansNothingIsSaidInOneSentenceThatNamesTheKey(String setting, String sentence) {
    newsroom
        .withPropertyValues("tipline.newsroom." + setting)
        .run(
            context -> {
              var failure = Objects.requireNonNull(context.getStartupFailure());
              var analysis = new BadNewsroomPlaceAnalyzer().analyze(failure);
              assertThat(Objects.requireNonNull(analysis).getAction()).contains(sentence);
            });
  }

  @EnableConfigurationProperties(NewsroomPlace.class)
  @Import(NewsroomZone.class)
  static class House {}
}
