package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every public page shows. */
@ControllerAdvice(
    assignableTypes = {
      HomeController.class,
      FormController.class,
      ReceiptController.class,
      StatusController.class,
      AdditionController.class
    })
class PublicPages {

  private final NewsroomSettings newsroom;
  private final ReaderLanguage language;

  PublicPages(NewsroomSettings newsroom, ReaderLanguage language) {
    this.newsroom = newsroom;
    this.language = language;
  }

  @ModelAttribute("newsroom")
  String newsroom() {
    return newsroom.name();
  }

  /** In their own names, for readers who do not know ours. */
  @ModelAttribute("languages")
  List<PageLanguage> languages() {
    return language.getSupportedLocales().stream().map(PageLanguage::of).toList();
  }

  /** A borrowed phone keeps nothing; and a form from the cache would carry a used token. */
  @ModelAttribute
  void forbidStoring(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** A query that is no text at all: answered as such, and its value kept out of the log. */
  @ExceptionHandler
  void refuse(InvalidParameterException e, HttpServletResponse response) throws IOException {
    response.sendError(e.getErrorCode());
  }
}
