package org.tipline.admin;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tipline.channel.ChannelName;
import org.tipline.intake.Volumes;
import org.tipline.intake.Volumes.Volume;

/** The channels: on or off, what last came in, how much of it, and what last went wrong. */
@Controller
class ChannelsController {

  private final ChannelRows rows;
  private final Volumes volumes;
  private final TryChannels tests;

  ChannelsController(ChannelRows rows, Volumes volumes, TryChannels tests) {
    this.rows = rows;
    this.volumes = volumes;
    this.tests = tests;
  }

  @GetMapping("/admin/channels")
  String channels(Model model) {
    var all = rows.all();
    model.addAttribute("channels", all);
    model.addAttribute("anyOn", all.stream().anyMatch(ChannelRow::isOn));
    model.addAttribute("volumes", volumes(all));
    model.addAttribute("tried", all.stream().map(ChannelRow::name).filter(tests::canTry).toList());
    return "admin/channels";
  }

  private Map<ChannelName, String> volumes(List<ChannelRow> rows) {
    var found = volumes.all();
    return rows.stream()
        .map(ChannelRow::name)
        .collect(
            toMap(
                Function.identity(),
                name -> VolumeWords.of(found.getOrDefault(name, Volume.NONE))));
  }
}
