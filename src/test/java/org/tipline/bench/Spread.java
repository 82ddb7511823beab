package org.tipline.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What several rounds came to. */
record Spread(double median, double least, double most) {

  static Spread of(List<Double> rounds) {
    var sorted = rounds.stream().sorted().toList();
    var middle = sorted.size() / 2;
    var median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  static <T> Spread of(List<T> rounds, ToDoubleFunction<T> figure) {
    return of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  /** Round by round, so that what slows the machine slows both. */
  static Spread ratio(List<Double> here, List<Double> yardstick) {
    return of(
        IntStream.range(0, here.size()).mapToObj(n -> here.get(n) / yardstick.get(n)).toList());
  }

  /** {@code 1,234 [1,100-1,300]}: the median and between what it lies. */
  String with(int decimals) {
    var one = "%,." + decimals + "f";
    return String.format(Locale.ROOT, one + " [" + one + "-" + one + "]", median, least, most);
  }
}
