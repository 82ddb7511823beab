package org.tipline.account;

import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.ott.OneTimeTokenLoginConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/** How an editor comes in, by password or by link, and goes out again; passkeys have own pages. */
@Component
class WaysIn {

  static final String PAGE = "/sign-in";
  private static final String LINK = PAGE + "/link";

  private final SignInThrottle throttle;
  private final LinkTokens tokens;
  private final WhoSignsIn who;
  private final AfterPassword afterPassword;

  WaysIn(SignInThrottle throttle, LinkTokens tokens, WhoSignsIn who, AfterPassword afterPassword) {
    this.throttle = throttle;
    this.tokens = tokens;
    this.who = who;
    this.afterPassword = afterPassword;
  }

  HttpSecurity addTo(HttpSecurity http) {
    return http.addFilterBefore(
            new ThrottledSignIn(throttle), UsernamePasswordAuthenticationFilter.class)
        .formLogin(this::byPassword)
        .oneTimeTokenLogin(this::byLink)
        .logout(this::out);
  }

  private void byPassword(FormLoginConfigurer<HttpSecurity> form) {
    form.loginPage(PAGE).successHandler(afterPassword).failureUrl(PAGE + "?wrong");
  }

  private void byLink(OneTimeTokenLoginConfigurer<HttpSecurity> link) {
    link.loginPage(PAGE)
        .loginProcessingUrl(LINK)
        .showDefaultSubmitPage(false)
        .authenticationProvider(new OneTimeTokenAuthenticationProvider(tokens, who::byId))
        .successHandler(new Landing())
        .failureUrl(PAGE + "?used")
        // nobody is mailed a link by asking for one: Spring's own endpoint for that stays shut
        .generateRequestResolver(_ -> null)
        .tokenGenerationSuccessHandler((_, response, _) -> response.sendError(404));
  }

  private void out(LogoutConfigurer<HttpSecurity> out) {
    out.logoutUrl("/sign-out")
        .logoutSuccessUrl(PAGE + "?out")
        .addLogoutHandler(
            // Spring's own writer asks whether the request came by TLS, which a proxy hides
            new HeaderWriterLogoutHandler(
                new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")));
  }
}
