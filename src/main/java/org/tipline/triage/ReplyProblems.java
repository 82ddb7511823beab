package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.moderation.BadCursor;
import org.tipline.moderation.TipTaken;
import org.tipline.moderation.UnknownTip;
import org.tipline.reply.CannotReply;
import org.tipline.reply.StaleAnswer;

/** Gives a reply that was not sent back to its editor: every word of it, and what is wrong. */
@ControllerAdvice(
    assignableTypes = {
      ReplyController.class,
      ReplyDraftController.class,
      ReplyFateController.class
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReplyProblems {

  private final Screens screens;
  private final Heard heard;

  ReplyProblems(Screens screens, Heard heard) {
    this.screens = screens;
    this.heard = heard;
  }

  @ExceptionHandler({BadReply.class, CannotReply.class})
  ModelAndView bad(RuntimeException problem, HttpServletRequest request) {
    return notSent(HttpStatus.BAD_REQUEST, problem, request);
  }

  @ExceptionHandler({StaleAnswer.class, TipTaken.class})
  ModelAndView conflict(RuntimeException problem, HttpServletRequest request) {
    return notSent(HttpStatus.CONFLICT, problem, request);
  }

  private ModelAndView notSent(
      HttpStatus status, RuntimeException problem, HttpServletRequest request) {
    var typed = new TypedReply(ReplyForm.of(fields(request)), heard.of(problem));
    try {
      return beside(request, status, typed);
    } catch (UnknownTip unknown) {
      return screens.problem(HttpStatus.NOT_FOUND, heard.of(unknown));
    }
  }

  /** The list beside it is shown if it can be. */
  private ModelAndView beside(HttpServletRequest request, HttpStatus status, TypedReply typed) {
    var reference = reference(request);
    try {
      return screens.tip(reference, QueueQuery.of(request), status, typed);
    } catch (BadFilter | BadCursor badList) {
      return screens.tip(reference, QueueQuery.QUEUE, status, typed);
    }
  }

  private static MultiValueMap<String, String> fields(HttpServletRequest request) {
    var fields = new LinkedMultiValueMap<String, String>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
    return fields;
  }

  private static String reference(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> path
        ? String.valueOf(path.get("reference"))
        : "";
  }
}
