package org.tipline.channel.form;

/** How much one post may carry; what the page promises and the server holds to. */
final class Limits {

  /** Characters of each field, counted as Unicode code points after line ends became one each. */
  static final int TEXT = 20_000;

  static final int PLACE = 200;
  static final int NAME = 100;
  static final int CONTACT = 200;

  static final int FILES = 10;
  static final long FILE_BYTES = 25L << 20;

  /** All fields together, in bytes: well past the text's limit, so that a long text is shown. */
  static final int FIELD_BYTES = 1 << 20;

  /** Ten files of full size and the fields. */
  static final long POST_BYTES = 260L << 20;

  /** A part is a field or a file: 10 files, 10 kept from before, and some 15 fields. */
  static final int PARTS = 40;

  /** A part's headers, in bytes: a file name of 255 characters can need 3,000. */
  static final int PART_HEADER_BYTES = 8 << 10;

  private Limits() {}
}
