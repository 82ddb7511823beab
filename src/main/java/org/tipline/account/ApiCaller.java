package org.tipline.account;

import java.security.Principal;

/**
 * A program that reads the API, by its token; what controllers ask for with
 * {@code @AuthenticationPrincipal}.
 *
 * @param name what it is called in records; never the token
 */
public record ApiCaller(String name, Sight sight) implements Principal {

  @Override
  public String getName() {
    return name;
  }
}
