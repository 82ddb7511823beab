package org.tipline.submission;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells Kiswahili from English in a few words: by the small words each cannot do without, by the
 * way Kiswahili builds its verbs, and by its open syllables. Any other language leaves it unsure.
 */
final class LanguageGuess {

  /** Characters looked at; more would change nothing. */
  private static final int LONGEST = 2_000;

  private static final Pattern NO_WORD =
      Pattern.compile("(?:https?://|www\\.)\\S+|\\S+@\\S+|[#@]\\S+|\\S*\\d\\S*");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}']+");
  private static final Pattern APOSTROPHE = Pattern.compile("[‘’ʻʼ`´′]");

  /** Subject, tense, root: ni-li-ona, wa-na-omba, i-me-fungwa; or ku- and hu- and a root. */
  private static final Pattern SWAHILI_VERB =
      Pattern.compile(
          "(?:ha)?(?:ni|u|a|tu|m|wa|i|ki|vi|li|ya|zi|ku|pa|si)"
              + "(?:na|li|ta|me|ka|nge|ngali|mesha|ja|nayo|liyo|tayo|napo|lipo)[a-z']{2,}[aeiu]"
              + "|(?:ku|kuto|hu|hai|hawa|hatu)[a-z']{3,}[aiu]");

  private static final Pattern OPEN_SYLLABLES =
      Pattern.compile(
          "m?(?:(?:ng'|n?ch|sh|th|dh|gh|kh|ny|nd|ng|nj|nz|nt|nk|mb|mp|mv|vy|fy"
              + "|[bdfghjklmnprstvwyz])?w?[aeiou])+");

  /** What no word of Kiswahili has: c, q, x by themselves, most pairs of consonants, most ends. */
  private static final Pattern ENGLISH_SHAPE =
      Pattern.compile(
          ".*(?:c(?!h)|[qx]|[bdfgklprst][lr]|[lrs][bdfgkmnptv]|[a-z]h$|ck|ght|wh|oo|ee|ou|ing$|tion"
              + "|ed$|ly$|[bcdfgklprstvxyz]$).*");

  private static final double COMMON = 3;
  private static final double VERB = 2;
  private static final double SHAPE = 0.5;

  /** One common word, or a verb and a word that looks like it. */
  private static final double ENOUGH = 2.5;

  /** The share of all the signs that settles it. */
  private static final double CLEARLY = 0.75;

  private double english;
  private double swahili;
  private double foreign;

  private LanguageGuess() {}

  static Language of(String text) {
    var guess = new LanguageGuess();
    var words = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    words = APOSTROPHE.matcher(words).replaceAll("'");
    BETWEEN.splitAsStream(NO_WORD.matcher(words).replaceAll(" ")).forEach(guess::weigh);
    return guess.verdict();
  }

  private void weigh(String word) {
    if (CommonWords.ENGLISH.contains(word)) {
      english += COMMON;
    } else if (CommonWords.SWAHILI.contains(word)) {
      swahili += COMMON;
    } else if (word.length() > 2) {
      weighShape(word);
    }
  }

  private void weighShape(String word) {
    if (!word.chars().allMatch(letter -> letter < 0x80)) {
      foreign += COMMON;
    } else if (SWAHILI_VERB.matcher(word).matches() && OPEN_SYLLABLES.matcher(word).matches()) {
      swahili += VERB;
    } else if (OPEN_SYLLABLES.matcher(word).matches()) {
      swahili += SHAPE;
    } else if (ENGLISH_SHAPE.matcher(word).matches()) {
      english += SHAPE;
    }
  }

  private Language verdict() {
    if (english + swahili < ENOUGH || foreign > english + swahili) {
      return Language.UNSURE;
    }
    var share = swahili / (english + swahili);
    if (share >= CLEARLY) {
      return Language.SWAHILI;
    }
    if (share <= 1 - CLEARLY) {
      return Language.ENGLISH;
    }
    return Math.min(english, swahili) >= COMMON ? Language.MIXED : Language.UNSURE;
  }
}
