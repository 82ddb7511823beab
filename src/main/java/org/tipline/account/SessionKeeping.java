package org.tipline.account;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How a session is called in the browser, and how it is written to the database. */
@Configuration(proxyBeanMethods = false)
class SessionKeeping {

  /** The prefix makes browsers refuse the cookie from a sibling host (RFC 6265bis §4.1.3.2). */
  static String cookieName(PublicUrl publicUrl, String name) {
    return publicUrl.isHttps() ? "__Host-" + name : name;
  }

  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(PublicUrl publicUrl) {
    return cookie -> {
      cookie.setCookieName(cookieName(publicUrl, "tipline"));
      cookie.setUseSecureCookie(publicUrl.isHttps());
    };
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributes() {
    var conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(new SessionAttributes());
    return sessions -> sessions.setConversionService(conversion);
  }
}
