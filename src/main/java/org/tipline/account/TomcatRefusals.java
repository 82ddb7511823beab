package org.tipline.account;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A request that Tomcat itself refuses meets no filter of ours; its answer gets our headers too.
 * They are set before anyone further in can write, since what is refused leaves from there.
 */
@Component
class TomcatRefusals implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

  private final SafeHeaders headers;

  TomcatRefusals(SafeHeaders headers) {
    this.headers = headers;
  }

  @Override
  public void customize(TomcatWebServerFactory factory) {
    factory.addEngineValves(new WriteHeaders(headers));
  }

  private static class WriteHeaders extends ValveBase {

    private final SafeHeaders headers;

    WriteHeaders(SafeHeaders headers) {
      super(true);
      this.headers = headers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (response.getStatus() >= 400) {
        headers.writeHeaders(request, response);
      }
      getNext().invoke(request, response);
    }
  }
}
