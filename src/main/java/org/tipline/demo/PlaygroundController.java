package org.tipline.demo;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The playground: a made-up reader's phone and mailbox, with the newsroom at the other end. */
@Controller
@Profile("demo")
class PlaygroundController {

  private final People people;
  private final Phone phone;
  private final Letters letters;
  private final Seeds seeds;
  private final DemoSettings settings;

  PlaygroundController(
      People people, Phone phone, Letters letters, Seeds seeds, DemoSettings settings) {
    this.people = people;
    this.phone = phone;
    this.letters = letters;
    this.seeds = seeds;
    this.settings = settings;
  }

  @GetMapping("/demo")
  ModelAndView show(PlaygroundForm form) throws IOException {
    var person = people.find(form.as()).orElse(people.all().getFirst());
    var answered = letters.find(person, form.answered());
    return new ModelAndView("demo/playground")
        .addObject("newsroom", settings.newsroom())
        .addObject("people", people.all())
        .addObject("person", person)
        .addObject("lines", Line.values())
        .addObject("line", form.line())
        .addObject("texts", phone.conversation(person, form.line()))
        .addObject("letters", letters.of(person))
        .addObject("answered", answered.orElse(null))
        .addObject("pictures", seeds.pictures())
        .addObject("typed", form);
  }

  @PostMapping("/demo/texts")
  ModelAndView text(PlaygroundForm form) throws IOException {
    return tried(
        form, person -> phone.write(person, form.line(), form.words(), picture(form.picture())));
  }

  @PostMapping("/demo/mails")
  ModelAndView mail(PlaygroundForm form) throws IOException {
    return tried(
        form,
        person ->
            letters.write(
                person,
                Objects.requireNonNullElse(form.subject(), ""),
                form.words(),
                letters.find(person, form.answered()).orElse(null),
                picture(form.picture())));
  }

  /** Where the address bar stands after a refusal: asking for it again means the page. */
  @GetMapping({"/demo/texts", "/demo/mails"})
  String back() {
    return "redirect:/demo";
  }

  private ModelAndView tried(PlaygroundForm form, Act act) throws IOException {
    var person = people.find(form.as());
    if (person.isEmpty()) {
      return refused(form, "Nobody here has that name; pick one above.");
    }
    try {
      act.of(person.get());
    } catch (NotTaken e) {
      return refused(form, String.valueOf(e.getMessage()));
    }
    var back = "/demo?as=" + person.get().key() + "&by=" + form.line().token();
    return new ModelAndView("redirect:" + back);
  }

  private ModelAndView refused(PlaygroundForm form, String sentence) throws IOException {
    var screen = show(form).addObject("problem", sentence);
    screen.setStatus(HttpStatus.BAD_REQUEST);
    return screen;
  }

  private @Nullable Picture picture(@Nullable String id) throws IOException {
    return seeds.pictures().stream()
        .filter(picture -> picture.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** What a made-up reader does. */
  @FunctionalInterface
  private interface Act {

    void of(Person person) throws IOException;
  }
}
