package org.tipline.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Our own web server, as somebody outside sees it. */
@Component
@Profile("demo")
class OurServer {

  private final Environment environment;

  OurServer(Environment environment) {
    this.environment = environment;
  }

  /**
   * A client for it; only once the server is up, for its port may have been any. The JDK's does not
   * follow redirects, by which the form says "received".
   */
  RestClient client() {
    return RestClient.builder()
        .requestFactory(new JdkClientHttpRequestFactory())
        .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
        .build();
  }
}
