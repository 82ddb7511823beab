package org.tipline.admin;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.BadEditor;
import org.tipline.account.Editors;

/** Whether an editor may come in, and with which password. */
@Controller
class AccessController {

  private static final String BACK = "redirect:/admin/editors";

  private final Editors editors;

  AccessController(Editors editors) {
    this.editors = editors;
  }

  @PostMapping("/admin/editors/{id}/access")
  String access(@PathVariable UUID id, @RequestParam boolean enabled, RedirectAttributes after) {
    requireEditor(id);
    try {
      change(id, enabled);
      after.addFlashAttribute(
          "said",
          enabled
              ? "The editor may sign in again."
              : "The editor is shut out and signed out everywhere.");
    } catch (BadEditor e) {
      after.addFlashAttribute("problem", e.getMessage());
    }
    return BACK;
  }

  @PostMapping("/admin/editors/{id}/password")
  String password(@PathVariable UUID id, @RequestParam String password, RedirectAttributes after) {
    requireEditor(id);
    try {
      editors.changePassword(id, password);
      after.addFlashAttribute(
          "said", "The new password holds from now on; the editor is signed out everywhere.");
    } catch (BadEditor e) {
      after.addFlashAttribute("problem", e.getMessage());
    }
    return BACK;
  }

  private void requireEditor(UUID id) {
    if (editors.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private void change(UUID id, boolean enabled) {
    if (enabled) {
      editors.enable(id);
    } else {
      editors.disable(id);
    }
  }
}
