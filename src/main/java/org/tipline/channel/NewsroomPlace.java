package org.tipline.channel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the newsroom is and how people speak there: checked once, for all rooms that read it.
 *
 * @param region ISO 3166 country
 * @param timeZone as in the tz database
 * @param languages ISO 639
 */
@ConfigurationProperties("tipline.newsroom")
record NewsroomPlace(
    @DefaultValue("KE") String region,
    @DefaultValue("Africa/Nairobi") String timeZone,
    @DefaultValue({"en", "sw"}) List<String> languages) {

  NewsroomPlace {
    checkRegion(region);
    zone(timeZone);
    checkLanguages(languages);
  }

  ZoneId zone() {
    return zone(timeZone);
  }

  private static void checkRegion(String region) {
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      throw new BadNewsroomPlace(
          "region", region, "the two capital letters of a country, such as KE");
    }
  }

  private static ZoneId zone(String timeZone) {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw new BadNewsroomPlace("time-zone", timeZone, "a time zone, such as Africa/Nairobi");
    }
  }

  private static void checkLanguages(List<String> languages) {
    var codes = List.of(Locale.getISOLanguages());
    if (languages.isEmpty() || !codes.containsAll(languages)) {
      throw new BadNewsroomPlace(
          "languages",
          String.join(", ", languages),
          "codes of languages, two small letters each, such as [en, sw]");
    }
  }
}
