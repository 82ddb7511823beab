package org.tipline.channel.form;

import org.tipline.channel.Medium;

/**
 * One way to write to the newsroom, as its public page offers it.
 *
 * @param href opens the phone's own application, or the form
 * @param address as readers say it aloud; empty for the form
 */
record Way(Medium medium, String href, String address) {}
