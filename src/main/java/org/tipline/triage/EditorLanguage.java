package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The language of a page of the desk is the editor's own, whatever the browser asks for. It is kept
 * in the web session, so that a request costs no statement more; every page that reads the habits
 * sets it right again.
 */
@Component
class EditorLanguage implements HandlerInterceptor {

  private static final String KEPT = "desk.language";

  private final Habits habits;
  private final DeskLanguages languages;
  private final Me me;

  EditorLanguage(Habits habits, DeskLanguages languages, Me me) {
    this.habits = habits;
    this.languages = languages;
    this.me = me;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var session = request.getSession(false);
    var kept = session == null ? null : session.getAttribute(KEPT);
    speak(request, response, kept instanceof String code ? languages.of(code) : chosen(request));
    return true;
  }

  private Locale chosen(HttpServletRequest request) {
    var id = me.id();
    var language = languages.of(id == null ? null : habits.language(id));
    keep(request, language);
    return language;
  }

  /** From here on, and at the next page too. */
  void is(@Nullable String code, HttpServletRequest request, HttpServletResponse response) {
    var language = languages.of(code);
    keep(request, language);
    speak(request, response, language);
  }

  private static void keep(HttpServletRequest request, Locale language) {
    var session = request.getSession(false);
    if (session != null && !language.getLanguage().equals(session.getAttribute(KEPT))) {
      session.setAttribute(KEPT, language.getLanguage());
    }
  }

  private static void speak(
      HttpServletRequest request, HttpServletResponse response, Locale language) {
    var resolver = Objects.requireNonNull(RequestContextUtils.getLocaleResolver(request));
    resolver.setLocale(request, response, language);
  }
}
