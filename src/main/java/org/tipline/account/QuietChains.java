package org.tipline.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Nobody reads how long each filter of a chain takes, and counting it costs more than they do. */
@Configuration(proxyBeanMethods = false)
class QuietChains {

  @Bean
  SecurityObservationSettings noSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }
}
