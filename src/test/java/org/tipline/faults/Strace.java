package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What some processes ask of the kernel, all in one order: a line a call, its thread in front. */
final class Strace {

  private static final Path PROGRAM = Path.of("/usr/bin/strace");

  private final Path trace;
  private final Process process;

  /**
   * Looks on until it is told to {@link #stop}.
   *
   * @param calls their names, with commas
   */
  Strace(Path trace, String calls, Collection<Long> processes) throws IOException {
    this.trace = trace;
    var command = new ArrayList<>(List.of(PROGRAM.toString(), "-f", "-qq", "-ttt", "-s", "1000"));
    command.addAll(List.of("-e", "trace=" + calls, "-e", "signal=none", "-o", trace.toString()));
    processes.forEach(pid -> command.addAll(List.of("-p", String.valueOf(pid))));
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(trace.resolveSibling(trace.getFileName() + ".log").toFile())
            .start();
  }

  static boolean isThere() {
    return Files.isExecutable(PROGRAM);
  }

  /** A caller that makes them do something meanwhile knows then that it is seen. */
  void awaitFirstCall() {
    await().until(() -> Files.exists(trace) && Files.size(trace) > 0);
  }

  List<String> stop() throws IOException, InterruptedException {
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(trace);
  }
}
