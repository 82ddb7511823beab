package org.tipline.moderation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an editor typed into the search field: words that must all be there or begin one that is,
 * {@code "words in a row"}, and {@code -words} that must not be.
 */
record SearchQuery(List<Term> terms) {

  private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");
  private static final int MOST_TERMS = 20;

  static SearchQuery parse(String typed) {
    var terms = new ArrayList<Term>();
    var matcher = TERM.matcher(typed);
    while (matcher.find() && terms.size() < MOST_TERMS) {
      var isPhrase = matcher.group(2) != null;
      var words = SearchText.words(isPhrase ? matcher.group(2) : matcher.group(3));
      if (!words.isEmpty()) {
        terms.add(new Term(words, isPhrase, !matcher.group(1).isEmpty()));
      }
    }
    return new SearchQuery(terms);
  }

  /** Nothing to look for: no words, or only such as must not be there. */
  boolean isEmpty() {
    return terms.stream().allMatch(Term::isUnwanted);
  }

  /** For PostgreSQL's {@code to_tsquery('simple', …)}; the words are letters and digits only. */
  String toTsQuery() {
    return terms.stream().map(Term::toTsQuery).collect(joining(" & "));
  }

  /** The words that would have to be known for anything to be found. */
  List<String> wanted() {
    return terms.stream().filter(term -> !term.isUnwanted()).flatMap(Term::stream).toList();
  }

  /** The same question with other words in place of some; empty when that changes nothing. */
  Optional<SearchQuery> with(Map<String, String> meant) {
    var changed = new SearchQuery(terms.stream().map(term -> term.with(meant)).toList());
    return changed.equals(this) ? Optional.empty() : Optional.of(changed);
  }

  @Override
  public String toString() {
    return terms.stream().map(Term::toString).collect(joining(" "));
  }

  /** One word or several in a row. */
  record Term(List<String> words, boolean isPhrase, boolean isUnwanted) {

    Stream<String> stream() {
      return words.stream();
    }

    String toTsQuery() {
      var last = words.getLast() + (isPhrase ? "" : ":*");
      var row =
          Stream.concat(words.subList(0, words.size() - 1).stream(), Stream.of(last))
              .collect(joining(" <-> "));
      return (isUnwanted ? "!" : "") + "(" + row + ")";
    }

    Term with(Map<String, String> meant) {
      return new Term(
          words.stream().map(word -> meant.getOrDefault(word, word)).toList(),
          isPhrase,
          isUnwanted);
    }

    @Override
    public String toString() {
      var row = String.join(" ", words);
      return (isUnwanted ? "-" : "") + (isPhrase ? "\"" + row + "\"" : row);
    }
  }
}
