package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.account.SeatForbids;
import org.tipline.moderation.BadCursor;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.StaleTip;
import org.tipline.moderation.TipTaken;
import org.tipline.moderation.TooLate;
import org.tipline.moderation.UnknownTip;

/** Turns what went wrong into a page that says what to do. */
@ControllerAdvice(basePackageClasses = TriageProblems.class)
class TriageProblems {

  private final Screens screens;
  private final Texts texts;
  private final Heard heard;

  TriageProblems(Screens screens, Texts texts, Heard heard) {
    this.screens = screens;
    this.texts = texts;
    this.heard = heard;
  }

  /** PostgreSQL keeps no NUL in text; blank fields are fields left out. */
  @InitBinder
  void tidy(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new StringTrimmerEditor("\0", true));
  }

  @ExceptionHandler({UnknownTip.class, UnknownFile.class, UnknownDesk.class})
  ModelAndView missing(RuntimeException problem) {
    return screens.problem(HttpStatus.NOT_FOUND, heard.of(problem));
  }

  @ExceptionHandler
  ModelAndView forbidden(SeatForbids problem, HttpServletResponse response) {
    response.setHeader("HX-Refresh", "true"); // the page shows what the seat allows by now
    return screens.problem(HttpStatus.FORBIDDEN, heard.of(problem));
  }

  @ExceptionHandler({BadCursor.class, BadFilter.class, BadView.class})
  ModelAndView badList(RuntimeException problem) {
    return screens.problem(HttpStatus.BAD_REQUEST, heard.of(problem));
  }

  @ExceptionHandler
  ModelAndView badValue(MethodArgumentTypeMismatchException problem) {
    return problem.getParameter().hasParameterAnnotation(PathVariable.class)
        ? missing(new UnknownFile())
        : unwhole();
  }

  @ExceptionHandler(InvalidParameterException.class)
  ModelAndView badEncoding() {
    return screens.problem(HttpStatus.BAD_REQUEST, texts.of("desk.problem.address"));
  }

  @ExceptionHandler({
    ServletRequestBindingException.class,
    MethodArgumentNotValidException.class,
    Unwhole.class
  })
  ModelAndView unwhole() {
    return screens.problem(HttpStatus.BAD_REQUEST, heard.of(new Unwhole()));
  }

  @ExceptionHandler
  ModelAndView stale(StaleTip problem, HttpServletRequest request) {
    return conflict(heard.of(problem), request);
  }

  @ExceptionHandler
  ModelAndView taken(TipTaken problem, HttpServletRequest request) {
    return tip(HttpStatus.CONFLICT, heard.of(problem), request, null);
  }

  /** Two acted in the same instant; the other one's transaction was first. */
  @ExceptionHandler(ConcurrencyFailureException.class)
  ModelAndView tie(HttpServletRequest request) {
    return conflict(texts.of("desk.problem.faster"), request);
  }

  @ExceptionHandler
  ModelAndView tooLate(TooLate problem) {
    return screens.problem(HttpStatus.CONFLICT, heard.of(problem));
  }

  @ExceptionHandler
  ModelAndView badDecision(BadDecision problem, HttpServletRequest request) {
    return tip(HttpStatus.BAD_REQUEST, heard.of(problem), request, null);
  }

  @ExceptionHandler
  ResponseEntity<Void> tooManyStreams(TooManyStreams problem) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "30")
        .build();
  }

  private ModelAndView conflict(@Nullable String problem, HttpServletRequest request) {
    return tip(HttpStatus.CONFLICT, problem, request, Retries.of(request));
  }

  private ModelAndView tip(
      HttpStatus status,
      @Nullable String problem,
      HttpServletRequest request,
      @Nullable Retry retry) {
    var reference = reference(request);
    if (reference.isEmpty()) {
      return screens.problem(status, problem);
    }
    try {
      return screens.tip(
          reference, QueueQuery.of(request), status, problem, Typed.in(request), retry);
    } catch (UnknownTip unknown) {
      return missing(unknown);
    } catch (BadFilter | BadCursor badList) {
      return screens.tip(reference, QueueQuery.QUEUE, status, problem, Typed.in(request), retry);
    }
  }

  private static String reference(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> path
            && path.get("reference") instanceof String reference
        ? reference
        : "";
  }
}
