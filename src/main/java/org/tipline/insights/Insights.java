package org.tipline.insights;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Sight;

/** Every figure there is, in the order of the page, all of one moment. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Insights {

  private final List<Figure> figures;

  Insights(
      TipsByMedium tips,
      WaitingOverTime waiting,
      TimesByDesk times,
      DecisionsByKind decisions,
      RejectedReasons reasons) {
    this.figures = List.of(tips, waiting, times, decisions, reasons);
  }

  public List<Table> all(Period period, Sight sight) {
    return figures.stream().map(figure -> figure.of(period, sight)).toList();
  }

  /** Empty when there is no such table. */
  public Optional<Table> one(String name, Period period, Sight sight) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .map(figure -> figure.of(period, sight));
  }
}
