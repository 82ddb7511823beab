package org.tipline.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.account.SignedIn;
import org.tipline.insights.BadPeriod;
import org.tipline.insights.Insights;
import org.tipline.insights.Period;
import org.tipline.insights.Periods;
import org.tipline.insights.Sheet;
import org.tipline.insights.Table;

/** Looking back at some days: the page, and each of its tables as a file. */
@Controller
class InsightsController {

  private final Screens screens;
  private final Insights insights;
  private final Periods periods;
  private final Sheet sheet;

  InsightsController(Screens screens, Insights insights, Periods periods, Sheet sheet) {
    this.screens = screens;
    this.insights = insights;
    this.periods = periods;
    this.sheet = sheet;
  }

  @GetMapping("/desk/insights")
  ModelAndView insights(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @AuthenticationPrincipal SignedIn me) {
    try {
      var period = periods.read(from, to);
      return page(period).addObject("tables", insights.all(period, me.seats().sight()));
    } catch (BadPeriod problem) {
      var page = page(periods.last(7)).addObject("problem", problem.getMessage());
      page.setStatus(HttpStatus.BAD_REQUEST);
      return page.addObject("typedFrom", from).addObject("typedTo", to);
    }
  }

  private ModelAndView page(Period period) {
    return screens
        .page("desk/insights")
        .addObject("period", period)
        .addObject("today", periods.last(1))
        .addObject("week", periods.last(7))
        .addObject("month", periods.last(30));
  }

  /** Null: the file has gone out. */
  @GetMapping("/desk/insights/{table}.csv")
  @Nullable ModelAndView file(
      @PathVariable String table,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @AuthenticationPrincipal SignedIn me,
      HttpServletResponse response)
      throws IOException {
    try {
      var period = periods.read(from, to);
      var found = insights.one(table, period, me.seats().sight());
      if (found.isEmpty()) {
        return screens.problem(HttpStatus.NOT_FOUND, "There is no such table.");
      }
      send(found.get(), period, response);
      return null;
    } catch (BadPeriod problem) {
      return screens.problem(HttpStatus.BAD_REQUEST, problem.getMessage());
    }
  }

  private void send(Table table, Period period, HttpServletResponse response) throws IOException {
    var name = "tipline-%s-%s-%s.csv".formatted(table.name(), period.from(), period.to());
    response.setContentType("text/csv; charset=utf-8; header=present");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    sheet.write(table, response.getOutputStream());
  }
}
