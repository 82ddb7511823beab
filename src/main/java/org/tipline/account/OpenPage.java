package org.tipline.account;

/**
 * A page that needs no sign-in, beside those {@link SecurityChains} names itself. A room that is
 * there only at times registers it as a bean, so that the page's door comes and goes with it.
 *
 * @param pattern {@code /demo/**}
 */
public record OpenPage(String pattern) {}
