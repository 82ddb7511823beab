package org.tipline.channel.form;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public page: who we are, and every way to write to us. */
@Controller
class HomeController {

  private final Ways ways;

  HomeController(Ways ways) {
    this.ways = ways;
  }

  @GetMapping("/")
  ModelAndView home() {
    return new ModelAndView("form/home").addObject("ways", ways.all());
  }
}
