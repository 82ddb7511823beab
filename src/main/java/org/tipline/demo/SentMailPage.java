package org.tipline.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.tipline.admin.AdminPage;

/** Puts the demo's sent mail into the administration's navigation. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SentMailPage {

  @Bean
  AdminPage sentMail() {
    return new AdminPage("/admin/sent", "Sent mail");
  }
}
