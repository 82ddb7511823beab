package org.tipline.account;

import static org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType.DIFFERENT;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Every door of the house and who may go through it; what is not named here does not exist. Only
 * providers do not come by here: they prove who they are to their channel, over the exact bytes.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

  private final SafeHeaders headers;

  SecurityChains(SafeHeaders headers) {
    this.headers = headers;
  }

  /** Health and figures, on their own port only. */
  @Bean
  @Order(1)
  SecurityFilterChain management(HttpSecurity http, Environment environment) {
    var ownPort = ManagementPortType.get(environment) == DIFFERENT;
    return sessionless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
        .authorizeHttpRequests(
            any -> {
              if (ownPort) {
                any.anyRequest().permitAll();
              } else {
                any.anyRequest().denyAll();
              }
            })
        .exceptionHandling(SecurityChains::notFound)
        .build();
  }

  /** Other systems of the newsroom, by token; they read. */
  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, ConfiguredToken configured, ApiTokens tokens) {
    var refusal = new ApiRefusal();
    var bearer = new BearerToken(configured, tokens);
    var check = new AuthenticationFilter(bearer, bearer);
    check.setSuccessHandler((_, _, _) -> {});
    check.setFailureHandler(refusal);
    return sessionless(http.securityMatcher("/api/**"))
        .addFilterBefore(check, UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            to ->
                to.requestMatchers(HttpMethod.GET)
                    .hasRole("API")
                    .requestMatchers(HttpMethod.HEAD)
                    .hasRole("API")
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(no -> no.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
        .build();
  }

  /** Editors and administrators, signed in. */
  @Bean
  @Order(3)
  SecurityFilterChain desk(
      HttpSecurity http, WaysIn waysIn, Seating seating, Clock clock, PublicUrl publicUrl) {
    return waysIn
        .addTo(
            http.securityMatcher(
                WaysIn.PAGE + "/**", "/sign-out", "/desk/**", "/admin/**", "/account/**"))
        .authorizeHttpRequests(
            to ->
                to.dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll() // the end of a request that was let in
                    .requestMatchers("/desk/**")
                    .access(new AtADesk())
                    .requestMatchers("/admin/**")
                    .hasRole("ADMIN")
                    .requestMatchers("/account/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(no -> no.authenticationEntryPoint(new SignInFirst()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(publicUrl)).csrfTokenRequestHandler(eagerly()))
        .addFilterAfter(new SessionLimits(seating, clock), SecurityContextHolderFilter.class)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(all -> all.defaultsDisabled().addHeaderWriter(headers))
        .build();
  }

  /** The public and its form, style sheets, error pages; every other address is not found. */
  @Bean
  @Order(4)
  SecurityFilterChain open(HttpSecurity http, ObjectProvider<OpenPage> pages) {
    var others = pages.stream().map(OpenPage::pattern).toArray(String[]::new);
    return sessionless(http)
        .authorizeHttpRequests(
            to ->
                to.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        "/",
                        "/tip/**",
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/webjars/htmx.org/**",
                        "/webjars/uplot/**",
                        "/favicon.ico")
                    .permitAll()
                    .requestMatchers(others)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(SecurityChains::notFound)
        .build();
  }

  private HttpSecurity sessionless(HttpSecurity http) {
    return http.sessionManagement(no -> no.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(all -> all.defaultsDisabled().addHeaderWriter(headers))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }

  /** In a cookie, so that looking at the sign-in page writes no session to the database. */
  static CookieCsrfTokenRepository csrfTokens(PublicUrl publicUrl) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(SessionKeeping.cookieName(publicUrl, "csrf"));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.secure(publicUrl.isHttps()).sameSite("Strict"));
    return tokens;
  }

  /** Before the page is written: a long one is on its way before its first form asks. */
  private static XorCsrfTokenRequestAttributeHandler eagerly() {
    var handler = new XorCsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  private static void notFound(ExceptionHandlingConfigurer<HttpSecurity> no) {
    no.authenticationEntryPoint((_, response, _) -> response.sendError(404))
        .accessDeniedHandler((_, response, _) -> response.sendError(404));
  }
}
