package org.tipline.demo;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tipline.account.Editor;
import org.tipline.account.SignInLinks;
import org.tipline.channel.Channels;
import org.tipline.channel.SampleChannel;
import org.tipline.folder.DataFolder;

/** What the console says at the end of the start. */
@Component
@Profile("demo")
class Welcome {

  private static final Duration LINK_LIFE = Duration.ofHours(12);

  private final DemoSettings settings;
  private final Channels channels;
  private final SignInLinks links;
  private final DataFolder data;

  Welcome(DemoSettings settings, Channels channels, SignInLinks links, DataFolder data) {
    this.settings = settings;
    this.channels = channels;
    this.links = links;
    this.data = data;
  }

  String to(Editor editor) {
    return """

    The demo newsroom is open. Nothing here leaves this machine.

      For readers   %1$s/
      The desk      %2$s
                    signs %3$s in, once, within 12 hours; the next start makes a new link
      Playground    %1$s/demo
                    a phone and a mailbox to write from, and to see what comes back
      Sent mail     %1$s/admin/sent

    Send it a tip:

    %4$s

    All of it is kept in %5$s until you delete that folder. Ctrl-C stops everything.

    """
        .formatted(
            settings.publicUrl(),
            links.make(editor.id(), LINK_LIFE),
            editor.name(),
            samples(),
            data.part("demo").getParent());
  }

  private String samples() {
    return channels.all().stream()
        .filter(SampleChannel.class::isInstance)
        .map(SampleChannel.class::cast)
        .map(channel -> "  " + channel.sampleCommand())
        .collect(joining("\n\n"));
  }
}
