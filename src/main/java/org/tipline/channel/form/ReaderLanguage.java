package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of a page: what the reader chose, else what the browser asks for; no cookie. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class ReaderLanguage extends AcceptHeaderLocaleResolver {

  private static final String CHOSEN = ReaderLanguage.class.getName();

  /** Read from the query alone: asking for a parameter would consume the form's body. */
  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)lang=([a-z]{2,3})(?:&|$)");

  ReaderLanguage(NewsroomSettings newsroom) {
    var written =
        newsroom.languages().stream().filter(ReaderLanguage::isWritten).map(Locale::of).toList();
    var languages = written.isEmpty() ? List.of(Locale.ENGLISH) : written;
    setSupportedLocales(languages);
    setDefaultLocale(languages.getFirst());
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return request.getAttribute(CHOSEN) instanceof Locale chosen
        ? chosen
        : inQuery(request).orElseGet(() -> super.resolveLocale(request));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    request.setAttribute(CHOSEN, locale);
  }

  /** From here on the page is in that language, if it is one of ours. */
  void choose(HttpServletRequest request, String code) {
    find(code).ifPresent(locale -> setLocale(request, null, locale));
  }

  private Optional<Locale> find(String code) {
    return getSupportedLocales().stream()
        .filter(locale -> locale.getLanguage().equals(code))
        .findFirst();
  }

  private Optional<Locale> inQuery(HttpServletRequest request) {
    var query = request.getQueryString();
    if (query == null) {
      return Optional.empty();
    }
    var matcher = IN_QUERY.matcher(query);
    return matcher.find() ? find(matcher.group(1)) : Optional.empty();
  }

  private static boolean isWritten(String language) {
    return language.equals("en")
        || new ClassPathResource("messages/form_" + language + ".properties").exists();
  }
}
