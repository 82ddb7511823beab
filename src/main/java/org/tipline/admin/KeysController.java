package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.seal.SealKeys;

/** The keys that seal what tells who a source is: their ids, never themselves. */
@Controller
class KeysController {

  private final SealKeys keys;

  KeysController(SealKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/admin/keys")
  String keys(Model model) {
    model.addAttribute("keys", keys.list());
    return "admin/keys";
  }

  @PostMapping("/admin/keys")
  String add(RedirectAttributes after) {
    keys.add();
    after.addFlashAttribute(
        "said", "New keys are in use; what the older ones sealed still opens. Copy the key files.");
    return "redirect:/admin/keys";
  }
}
