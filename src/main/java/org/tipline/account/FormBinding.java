package org.tipline.account;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: what comes under another name, {@code tags[9].class}, is no field of theirs
 * and is not looked at. Looking for it would fail, and by our own fault.
 */
@ControllerAdvice
class FormBinding {

  @InitBinder
  void bindConstructorsOnly(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
  }
}
