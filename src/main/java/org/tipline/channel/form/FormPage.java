package org.tipline.channel.form;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The form's page: empty, or with everything that was typed and what is wrong with it. */
@Component
class FormPage {

  private static final long KILOBYTE = 1L << 10;
  private static final long MEGABYTE = 1L << 20;

  private final FormTokens tokens;
  private final KeptUploads keptUploads;
  private final Receipts receipts;
  private final Ways ways;

  FormPage(FormTokens tokens, KeptUploads keptUploads, Receipts receipts, Ways ways) {
    this.tokens = tokens;
    this.keptUploads = keptUploads;
    this.receipts = receipts;
    this.ways = ways;
  }

  ModelAndView empty() {
    return page(Draft.EMPTY, null, List.of()).addObject("isFresh", true);
  }

  /** The same draft, not sent: to read the page in another language. */
  ModelAndView unsent(Draft draft) {
    return page(draft, null, List.of());
  }

  ModelAndView refused(Outcome.Refused refused) {
    var page = page(refused.draft(), refused.refusal(), refused.problems());
    page.setStatus(refused.refusal().status());
    return page;
  }

  /** 303, so that reloading the receipt sends nothing again; its address names nobody. */
  ModelAndView received(Outcome.Received received, String language) {
    var receipt = receipts.issue(received.token());
    var redirect = new RedirectView("/tip/received?t=" + receipt + "&lang=" + language, true);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return new ModelAndView(redirect);
  }

  private ModelAndView page(Draft draft, @Nullable Refusal refusal, List<Problem> problems) {
    var page = new ModelAndView("form/tip", HttpStatus.OK);
    page.addObject("draft", draft);
    page.addObject("token", tokens.keepOrRenew(draft.token()));
    page.addObject("kept", draft.files().stream().map(this::kept).toList());
    page.addObject("refusal", refusal);
    page.addObject("problems", new Problems(problems));
    page.addObject("ways", ways.others());
    return page.addObject("isFresh", false);
  }

  private KeptFile kept(Upload upload) {
    var name = Objects.requireNonNullElse(upload.name(), "");
    return new KeptFile(keptUploads.stamp(upload), name, size(upload.bytes()));
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? Math.ceilDiv(bytes, KILOBYTE) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
  }

  private record KeptFile(String stamp, String name, String size) {}
}
