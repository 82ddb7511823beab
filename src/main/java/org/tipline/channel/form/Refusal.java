package org.tipline.channel.form;

import org.springframework.http.HttpStatus;

/** Why a post became no tip; the page says so, in words under the same name. */
enum Refusal {
  PROBLEMS(HttpStatus.UNPROCESSABLE_CONTENT),
  /** The form was sent before, with other words: those are received and these are not. */
  ANOTHER(HttpStatus.CONFLICT),
  TOKEN(HttpStatus.UNPROCESSABLE_CONTENT),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  TOO_MANY_PARTS(HttpStatus.CONTENT_TOO_LARGE),
  BROKEN(HttpStatus.BAD_REQUEST),
  BUSY(HttpStatus.TOO_MANY_REQUESTS),
  STORE_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  Refusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
