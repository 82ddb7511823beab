package org.tipline.triage;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every page of an editor, whichever room makes it. */
@Configuration(proxyBeanMethods = false)
class DeskPages implements WebMvcConfigurer {

  private final EditorLanguage language;

  DeskPages(EditorLanguage language) {
    this.language = language;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(language)
        .addPathPatterns("/desk", "/desk/**", "/account", "/account/**");
  }
}
