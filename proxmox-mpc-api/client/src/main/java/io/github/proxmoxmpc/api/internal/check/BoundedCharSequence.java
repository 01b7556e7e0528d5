package io.github.proxmoxmpc.api.internal.check;

/**
 * A text that can be read a limited number of times, which stops a pattern that backtracks without
 * end. Not thread-safe; for one match.
 */
final class BoundedCharSequence implements CharSequence {
  // A text of 60 KiB, the longest parameter of the schema, read 30 times.
  private static final int READS = 2_000_000;

  private final String text;
  private int left = READS;

  BoundedCharSequence(String text) {
    this.text = text;
  }

  /** Thrown when the limit is reached. */
  static final class ReadTooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadTooOften() {
      super("read too often", null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new ReadTooOften();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
