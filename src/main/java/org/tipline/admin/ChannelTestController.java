package org.tipline.admin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.TestFailed;

/** Tries a channel from the inside, as far as that goes. */
@Controller
class ChannelTestController {

  private final TryChannels channels;

  ChannelTestController(TryChannels channels) {
    this.channels = channels;
  }

  @PostMapping("/admin/channels/{name}/test")
  String test(@PathVariable String name, RedirectAttributes after) {
    var test =
        channels.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      after.addFlashAttribute("said", channels.run(test));
    } catch (TestFailed e) {
      after.addFlashAttribute(
          "problem", "The test of " + name(test) + " failed. " + e.getMessage());
    }
    return "redirect:/admin/channels";
  }

  private static String name(ChannelTest test) {
    return test.channel().value();
  }
}
