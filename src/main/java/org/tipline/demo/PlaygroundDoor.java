package org.tipline.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.tipline.account.OpenPage;

/** Lets everybody on this machine into the playground. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PlaygroundDoor {

  @Bean
  OpenPage playground() {
    return new OpenPage("/demo/**");
  }
}
