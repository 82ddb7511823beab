package org.tipline.channel;

import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time zone in which people are shown times. */
@Configuration(proxyBeanMethods = false)
class NewsroomZone {

  @Bean
  ZoneId zone(NewsroomPlace place) {
    return place.zone();
  }
}
