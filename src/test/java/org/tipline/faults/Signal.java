package org.tipline.faults;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;

/** Signals to real processes, as an operator or the kernel sends them. */
enum Signal {
  KILL,
  STOP,
  CONT;

  void to(long process) throws IOException, InterruptedException {
    to(Stream.of(process).toList());
  }

  /** A process that is gone meanwhile is no error. */
  void to(Collection<Long> processes) throws IOException, InterruptedException {
    var command = Stream.of("kill", "-" + name());
    var pids = processes.stream().map(String::valueOf);
    new ProcessBuilder(Stream.concat(command, pids).toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
