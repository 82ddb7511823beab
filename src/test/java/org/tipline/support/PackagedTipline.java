package org.tipline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application as an administrator runs it: {@code java -jar}, a data folder of its
 * own, settings by the environment.
 */
public final class PackagedTipline implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What follows {@code java} for the jar as it is. */
  public static final List<String> PACKAGED =
      List.of("-jar", System.getProperty("tipline.jar", ""));

  private final Path data;
  private final Map<String, String> environment;
  private final List<String> launcher;
  private final List<String> program;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final int smtpPort = freePort();
  private Process process;

  /** Starts it and returns once it is healthy. */
  public PackagedTipline(Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    this(data, environment, PACKAGED);
  }

  /**
   * The same from another jar or with other options.
   *
   * @param program what follows {@code java}
   */
  public PackagedTipline(Path data, Map<String, String> environment, List<String> program)
      throws IOException, InterruptedException {
    this(data, environment, program, List.of());
  }

  /**
   * The same under other conditions.
   *
   * @param launcher what stands in front of {@code java} and becomes it
   */
  public PackagedTipline(
      Path data, Map<String, String> environment, List<String> program, List<String> launcher)
      throws IOException, InterruptedException {
    this.data = data;
    this.launcher = List.copyOf(launcher);
    this.program = List.copyOf(program);
    this.environment = Map.copyOf(environment);
    this.process = start();
    awaitHealthy();
  }

  private Process start() throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var command = new ArrayList<>(launcher);
    command.addAll(List.of(java, "-Xmx512m"));
    command.addAll(program);
    command.add("--server.port=" + port);
    command.add("--management.server.port=" + managementPort);
    command.add("--tipline.public-url=" + base());
    command.add("--tipline.channels.email.smtp.port=" + smtpPort);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TIPLINE_DATA", folder().toString());
    // a port where nobody listens: no test calls the real one
    builder.environment().put("TIPLINE_TWILIO_APIURL", "http://127.0.0.1:9");
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()));
    return builder.directory(data.toFile()).start();
  }

  private void awaitHealthy() throws IOException, InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!isHealthy()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        process.destroyForcibly();
        throw new IllegalStateException("it did not start:\n" + console());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean isHealthy() throws InterruptedException {
    try {
      return askHealth().statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What it says of itself on its health page. */
  public String health() throws IOException, InterruptedException {
    return askHealth().body();
  }

  private HttpResponse<String> askHealth() throws IOException, InterruptedException {
    var health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Ends it as a power cut would, and starts it again on the same data. */
  public void killAndRestart() throws IOException, InterruptedException {
    kill();
    restart();
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again on the same data and returns once it is healthy. */
  public void restart() throws IOException, InterruptedException {
    process = start();
    awaitHealthy();
  }

  public long pid() {
    return process.pid();
  }

  /** Its data folder. */
  public Path folder() {
    return data.resolve("data");
  }

  public String console() throws IOException {
    return Files.readString(data.resolve("console.log"));
  }

  /** What the kernel says it holds in memory, on Linux; 0 elsewhere. */
  public long residentMegabytes() throws IOException {
    var status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
        .findFirst()
        .orElse(0);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public int smtpPort() {
    return smtpPort;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
