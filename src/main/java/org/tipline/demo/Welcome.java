package org.tipline.demo;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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

  /** {@code staff} begins with who may do everything. */
  String to(List<Editor> staff) {
    return """

    The demo newsroom is open. Nothing here leaves this machine.

      For readers   %1$s/
      The desk      %2$s
                    signs %3$s in, once, within 12 hours; the next start makes a new link
      Other people  see what their seats let them, see seeds/editors.yaml; links of the same kind:
    %6$s
      Playground    %1$s/demo
                    a phone and a mailbox to write from, and to see what comes back
      Sent mail     %1$s/admin/sent

    Send it a tip:

    %4$s

    All of it is kept in %5$s until you delete that folder. Ctrl-C stops everything.

    """
        .formatted(
            settings.publicUrl(),
            link(staff.getFirst()),
            staff.getFirst().name(),
            samples(),
            data.part("demo").getParent(),
            others(staff));
  }

  private String others(List<Editor> staff) {
    return staff.stream()
        .skip(1)
        .map(editor -> "                %-8s %s".formatted(editor.name(), link(editor)))
        .collect(joining("\n"));
  }

  private URI link(Editor editor) {
    return links.make(editor.id(), LINK_LIFE);
  }

  private String samples() {
    return channels.all().stream()
        .filter(SampleChannel.class::isInstance)
        .map(SampleChannel.class::cast)
        .map(channel -> "  " + channel.sampleCommand())
        .collect(joining("\n\n"));
  }
}
