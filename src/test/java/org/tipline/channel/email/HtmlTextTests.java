package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div>a</div><div><br></div><div>b</div>                  | a¶¶b
          <p>a</p>  <p>b</p>                                        | a¶¶b
          a<br>b<br><br>c                                           | a¶b¶¶c
          a <b>b</b>c&nbsp;d                                        | a bc d
          <pre>a  b%n c <i>d</i></pre>                              | a  b¶ c d
          x<blockquote>a<br>b<blockquote>c</blockquote></blockquote>y | x¶>¶> a¶> b¶> >¶> > c¶¶y
          <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>          | - a¶  - b¶- c
          <a href="javascript:alert(1)">x</a>                       | x
          <a href="mailto:a@b.org">a@b.org</a>                      | a@b.org
          <a href="https://x.org/y"><img src="i.png"></a>           | <https://x.org/y>
          <p>un<p>closed <b>mess                                    | un¶¶closed mess
          """)
  void structureBecomesLines(String html, String lines) {
    assertThat(HtmlText.of(html.replace("%n", "\n")).orElseThrow().replace("\n", "¶"))
        .isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style='DISPLAY : none'>x</div>",
        "<p style='color:red;visibility:hidden'>x</p>",
        "<span style='font-size:0px'>x</span>",
        "<span style='opacity:0'>x</span>",
        "<div style='max-height:0;overflow:hidden'>x</div>",
        "<div hidden>x</div>",
        "<script>x</script>",
        "<style>x</style>",
        "<svg><text>x</text></svg>",
        "<img width=1 height=1 alt=x>"
      })
  void whatAReaderDoesNotSeeIsLeftOut(String html) {
    assertThat(HtmlText.of("seen " + html).orElseThrow()).isEqualTo("seen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<td style='border-width:0'>x</td>",
        "<p style='line-height:0;margin:0'>x</p>",
        "<p style='font-size:0.9em'>x</p>",
        "<p style='opacity:0.5'>x</p>"
      })
  void whatAReaderSeesIsKept(String html) {
    assertThat(HtmlText.of(html).orElseThrow()).isEqualTo("x");
  }

  @Test
  void tooMuchIsNotConverted() {
    assertThat(HtmlText.of("x".repeat(6 << 20))).isEmpty();
    assertThat(HtmlText.of("<br>".repeat(200_001))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void twistedMarkupTakesNoMoreThanItsTime(String html) {
    var start = System.nanoTime();
    HtmlText.of(html);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  static Stream<String> twistedMarkupTakesNoMoreThanItsTime() {
    return Stream.of(
            "<a ",
            "<div>",
            "<b><i><a>",
            "<table><tr><td>",
            "<blockquote>a<br>",
            "<ul><li>",
            "<p><a href=x>",
            "<!--",
            "<![CDATA[",
            "&",
            "&#x",
            "<font><p>",
            "<table><a>",
            "<svg><foreignObject>",
            "<select><option>")
        .map(unit -> unit.repeat(100_000));
  }
}
