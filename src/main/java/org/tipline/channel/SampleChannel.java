package org.tipline.channel;

/** A channel that can say how one tip is sent to it by hand: for a first try and for the demo. */
public interface SampleChannel extends Channel {

  /**
   * One command line for a shell, complete with signature, that delivers one tip to this channel.
   */
  String sampleCommand();
}
