package org.tipline.account;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a person's own account shows. */
@Component
class OwnAccountPage {

  private final OwnPassword password;

  OwnAccountPage(OwnPassword password) {
    this.password = password;
  }

  ModelAndView of(SignedIn me, Authentication who) {
    return new ModelAndView("account/own")
        .addObject("name", me.editorName())
        .addObject("home", Landing.of(who))
        .addObject("hasPassword", password.isSet(me.editorId()));
  }

  ModelAndView refused(SignedIn me, Authentication who, BadPassword problem) {
    var page = of(me, who).addObject("refused", problem.reason());
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }
}
