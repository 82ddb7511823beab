package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.notify.Notices;

/** The administration's first page: what asks for a person, and how much there is of everything. */
@Controller
class OverviewController {

  private final Concerns concerns;
  private final ChannelRows channels;
  private final Editors editors;
  private final Notices notices;

  OverviewController(Concerns concerns, ChannelRows channels, Editors editors, Notices notices) {
    this.concerns = concerns;
    this.channels = channels;
    this.editors = editors;
    this.notices = notices;
  }

  @GetMapping("/admin")
  String overview(Model model) {
    model.addAttribute("concerns", concerns.all());
    model.addAttribute("channels", channels.all());
    model.addAttribute("editors", editors.all().stream().filter(Editor::enabled).count());
    model.addAttribute("notices", notices.counts());
    return "admin/overview";
  }
}
