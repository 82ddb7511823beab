package org.tipline.account;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.context.request.RequestContextListener;

/** Puts {@link KeptSessions} before those of Spring, which are there only if nobody has others. */
@AutoConfiguration(
    after = JdbcSessionAutoConfiguration.class,
    before = WebMvcAutoConfiguration.class)
class KeptSessionsAutoConfiguration {

  @Bean
  @Primary
  KeptSessions<?> keptSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    return new KeptSessions<>(sessions);
  }

  /** Lets them know the request from its first moment to its last. */
  @Bean
  RequestContextListener requestContextListener() {
    return new RequestContextListener();
  }
}
