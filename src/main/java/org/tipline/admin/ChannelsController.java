package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The channels: on or off, what last came in and what last went wrong. */
@Controller
class ChannelsController {

  private final ChannelRows rows;

  ChannelsController(ChannelRows rows) {
    this.rows = rows;
  }

  @GetMapping("/admin/channels")
  String channels(Model model) {
    var all = rows.all();
    model.addAttribute("channels", all);
    model.addAttribute("anyOn", all.stream().anyMatch(ChannelRow::isOn));
    return "admin/channels";
  }
}
