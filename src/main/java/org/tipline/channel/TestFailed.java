package org.tipline.channel;

/** A test that did not get through; the message says where it stopped and what to look at. */
public class TestFailed extends Exception {

  public TestFailed(String message) {
    super(message);
  }
}
