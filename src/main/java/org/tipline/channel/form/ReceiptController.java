package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The receipt: it says "received" for a stamped address only, which no one can make up. */
@Controller
@WhenFormIsOn
class ReceiptController {

  /** Looks this often for the reference by itself; then the reader may still reload. */
  private static final int LOOKS = 12;

  private final Receipts receipts;

  ReceiptController(Receipts receipts) {
    this.receipts = receipts;
  }

  /**
   * @param t the stamped receipt
   * @param look how often this page has reloaded itself
   */
  @GetMapping("/tip/received")
  @Nullable ModelAndView receipt(
      @RequestParam(defaultValue = "") String t,
      @RequestParam(defaultValue = "0") int look,
      HttpServletResponse response)
      throws IOException {
    var token = receipts.read(t);
    if (token.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return null;
    }
    var reference = receipts.reference(token.get());
    return new ModelAndView("form/received")
        .addObject("receipt", t)
        .addObject("reference", reference.orElse(null))
        .addObject("words", receipts.words(token.get()).orElse(null))
        .addObject("nextLook", reference.isEmpty() && look < LOOKS ? look + 1 : null);
  }

  @GetMapping("/tip/added")
  @Nullable ModelAndView added(
      @RequestParam(defaultValue = "") String t, HttpServletResponse response) throws IOException {
    if (!receipts.isForAddition(t)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return null;
    }
    return new ModelAndView("form/added").addObject("receipt", t);
  }
}
