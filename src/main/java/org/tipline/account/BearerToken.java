package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Reads the token of a program, from the header only (RFC 6750 §2.1): addresses end up in logs. */
class BearerToken implements AuthenticationConverter, AuthenticationManager {

  private static final String SCHEME = "Bearer ";

  private final ConfiguredToken configured;
  private final ApiTokens tokens;

  BearerToken(ConfiguredToken configured, ApiTokens tokens) {
    this.configured = configured;
    this.tokens = tokens;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? new PreAuthenticatedAuthenticationToken("api", header.substring(SCHEME.length()).strip())
        : null;
  }

  @Override
  public Authentication authenticate(Authentication presented) {
    if (presented.getCredentials() instanceof String token) {
      return new PreAuthenticatedAuthenticationToken(
          caller(token), "", List.of(new SimpleGrantedAuthority("ROLE_API")));
    }
    throw stranger();
  }

  private ApiCaller caller(String token) {
    if (configured.isRight(token)) {
      return new ApiCaller("api", Sight.EVERYWHERE);
    }
    try {
      return tokens.caller(token).orElseThrow(BearerToken::stranger);
    } catch (DataAccessException e) {
      throw new AuthenticationServiceException("the tokens cannot be looked up", e);
    }
  }

  private static BadCredentialsException stranger() {
    return new BadCredentialsException("not a token of ours");
  }
}
