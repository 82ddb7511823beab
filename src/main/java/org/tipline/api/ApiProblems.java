package org.tipline.api;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.tipline.moderation.BadCursor;
import org.tipline.moderation.UnknownTip;

/** Problems as RFC 9457 has them: the status, and a sentence that says what would be right. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems extends ResponseEntityExceptionHandler {

  /** PostgreSQL keeps no NUL in text; a blank parameter is one left out. */
  @InitBinder
  void tidy(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new StringTrimmerEditor("\0", true));
  }

  @ExceptionHandler({BadQuery.class, BadCursor.class})
  ProblemDetail badQuery(RuntimeException problem) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problem.getMessage());
  }

  @ExceptionHandler(InvalidParameterException.class)
  ProblemDetail badEncoding() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "Send parameters as percent-encoded UTF-8.");
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownTip problem) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, problem.getMessage());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ProblemDetail away() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The database is away; ask again in a minute.");
  }
}
