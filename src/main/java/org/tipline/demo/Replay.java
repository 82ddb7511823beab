package org.tipline.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Brings every story in by the door its readers would use. Every start does: what is here already
 * is a repeat, and a repeat changes nothing.
 */
@Component
@Profile("demo")
class Replay {

  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  private final Seeds seeds;
  private final List<Door> doors;

  Replay(Seeds seeds, List<Door> doors) {
    this.seeds = seeds;
    this.doors = doors;
  }

  /** Returns how many stories there are. */
  int run() throws IOException {
    var stories = seeds.stories();
    for (var story : stories) {
      story.deliveries().forEach(this::deliver);
    }
    return stories.size();
  }

  private void deliver(Path payload) {
    try {
      door(payload).deliver(payload);
    } catch (IOException | RestClientException e) {
      log.warn("The seed {} was not taken: {}. Start again to repeat it.", payload, e.toString());
    }
  }

  private Door door(Path payload) {
    return doors.stream()
        .filter(door -> payload.toString().endsWith(door.ending()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no door takes the seed " + payload));
  }
}
