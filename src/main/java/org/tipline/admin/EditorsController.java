package org.tipline.admin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.BadEditor;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.PasskeyRemoval;
import org.tipline.account.Role;

/** The people who sign in. */
@Controller
class EditorsController {

  private final Editors editors;
  private final Desks desks;
  private final PasskeyRemoval passkeys;

  EditorsController(Editors editors, Desks desks, PasskeyRemoval passkeys) {
    this.editors = editors;
    this.desks = desks;
    this.passkeys = passkeys;
  }

  @GetMapping("/admin/editors")
  ModelAndView editors() {
    return page(EditorForm.EMPTY);
  }

  @PostMapping("/admin/editors")
  ModelAndView add(@ModelAttribute EditorForm form, RedirectAttributes after) {
    try {
      var added = editors.create(form.wanted());
      after.addFlashAttribute("said", added.name() + " can sign in now.");
      return new ModelAndView("redirect:/admin/editors");
    } catch (BadEditor e) {
      return refused(form, e);
    }
  }

  private ModelAndView refused(EditorForm form, BadEditor problem) {
    var page = page(form).addObject("refused", problem.getMessage());
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  private ModelAndView page(EditorForm form) {
    return new ModelAndView("admin/editors")
        .addObject("editors", editors.all())
        .addObject("seats", desks.namesByEditor())
        .addObject("desks", desks.all())
        .addObject("passkeyOwners", passkeys.owners())
        .addObject("roles", Role.values())
        .addObject("typed", form);
  }
}
