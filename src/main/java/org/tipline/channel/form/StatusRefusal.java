package org.tipline.channel.form;

import org.springframework.http.HttpStatus;

/** Why a tip is not shown; the page says so, in words under the same name. */
enum StatusRefusal {
  /** Wrong words, words that are too old and a tip that is not there any more: all the same. */
  WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
  /** The page on which the reader was writing is too old: the words are asked for again. */
  OLD(HttpStatus.UNPROCESSABLE_CONTENT),
  BUSY(HttpStatus.TOO_MANY_REQUESTS),
  STORE_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  StatusRefusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
