package org.tipline.admin;

/**
 * Something an administrator should look at.
 *
 * @param path the page that says more
 */
record Concern(String sentence, String path) {}
