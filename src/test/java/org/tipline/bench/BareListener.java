package org.tipline.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A SubEtha listener that reads mail and keeps none, in a process of its own as ours is. */
final class BareListener implements AutoCloseable {

  private final Process process;
  private final int port;

  private BareListener(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** With the limits that ours has. */
  static BareListener start(Path folder) throws IOException {
    Files.createDirectories(folder);
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BareListener.class.getName())
            .redirectError(folder.resolve("listener.log").toFile())
            .start();
    var says =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    var port = says.readLine();
    if (port == null) {
      throw new IOException("the listener did not start, see listener.log");
    }
    return new BareListener(process, Integer.parseInt(port));
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger log) {
      log.setLevel(Level.ERROR);
    }
    BasicMessageListener discard = (_, _, _, _) -> {};
    var server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .executorService(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("smtp").factory()))
            .messageHandler(discard)
            .maxConnections(100)
            .build();
    server.start();
    System.out.println(server.getPortAllocated());
  }
}
