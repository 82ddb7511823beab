package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class EditorsTests {

  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;

  @Test
  void editorIsFoundAgain() {
    var editor = Newsroom.editor(editors, EDITOR, ADMIN);

    assertThat(editors.find(editor.id())).hasValue(editor);
    assertThat(editors.find(editor.email().toUpperCase(Locale.ROOT))).hasValue(editor);
    assertThat(editors.all()).contains(editor);
    assertThat(editors.names(Set.of(editor.id(), UUID.randomUUID())))
        .containsOnlyKeys(editor.id())
        .containsValue(editor.name());
  }

  @Test
  void memberOfADeskIsToldOfItsTips() {
    var western = desks.open("western-2", "Western");
    var editor =
        editors.create(
            new NewEditor("w@example.org", "W", Set.of(EDITOR), Set.of(western.id()), null));

    assertThat(desks.members(western.id())).containsExactly(editor.id());
    assertThat(desks.namesByEditor().get(editor.id())).containsExactly("Western");
    assertThat(desks.open("western-2", "Another name")).isEqualTo(western);
  }

  @Test
  void addressIsTakenInAnyCase() {
    var editor = Newsroom.editor(editors, EDITOR);

    refuses(editor.email().toUpperCase(Locale.ROOT), "Twin", "matunda ya uhuru", "taken");
  }

  @Test
  void unknownDeskKeepsTheWholeEditorOut() {
    var wanted =
        new NewEditor("d@example.org", "D", Set.of(EDITOR), Set.of(UUID.randomUUID()), null);

    assertThatExceptionOfType(BadEditor.class).isThrownBy(() -> editors.create(wanted));
    assertThat(editors.find("d@example.org")).isEmpty();
  }

  @Test
  void weakAndUnusableValuesAreRefusedWithASentence() {
    refuses("p@example.org", "P", "short", "at least 12");
    refuses("p@example.org", "P", "ü".repeat(37), "at most 72 bytes");
    refuses("p@example.org", "", "matunda ya uhuru", "name");
    refuses("p@example.org", "P\nQ", "matunda ya uhuru", "name");
    for (var email :
        new String[] {"", "p", "@", "p@", "a b@example.org", "p@ex\u560d\u560aample"}) {
      refuses(email, "P", "matunda ya uhuru", "email address");
    }
    assertThatExceptionOfType(BadEditor.class)
        .isThrownBy(() -> new NewEditor("p@example.org", "P", Set.of(), Set.of(), null))
        .withMessageContaining("role");
  }

  private void refuses(String email, String name, @Nullable String password, String sentence) {
    assertThatExceptionOfType(BadEditor.class)
        .isThrownBy(
            () -> editors.create(new NewEditor(email, name, Set.of(EDITOR), Set.of(), password)))
        .withMessageContaining(sentence);
  }

  @Test
  void longestPasswordIsKeptWhole() {
    var editor = Newsroom.editor(editors, "çéüñšžłøäöğ".repeat(3) + "zyx", EDITOR);

    assertThat(editors.passwordHash(editor.id()))
        .hasValueSatisfying(hash -> assertThat(hash).startsWith("{bcrypt}$2a$12$"));
  }

  @Test
  void twoAdministratorsCannotShutEachOtherOut() throws InterruptedException {
    var one = Newsroom.editor(editors, ADMIN);
    var other = Newsroom.editor(editors, ADMIN);
    var others = others(one, other);
    try (var threads = Executors.newFixedThreadPool(2)) {
      threads.invokeAll(List.of(() -> shutOut(one), () -> shutOut(other)));
    } finally {
      others.forEach(editors::enable);
    }

    assertThat(isEnabled(one) ^ isEnabled(other)).isTrue();
  }

  private boolean isEnabled(Editor editor) {
    return editors.find(editor.id()).orElseThrow().enabled();
  }

  private boolean shutOut(Editor editor) {
    try {
      editors.disable(editor.id());
      return true;
    } catch (BadEditor _) {
      return false;
    }
  }

  /** Other tests' administrators, shut out by hand for a moment. */
  private List<UUID> others(Editor one, Editor other) {
    return jdbc.sql(
            """
            update editors set enabled = false
            where enabled and 'ADMIN' = any(roles) and id not in (?, ?) returning id
            """)
        .params(one.id(), other.id())
        .query(UUID.class)
        .list();
  }

  @Test
  void shutOutEditorComesBack() {
    var editor = Newsroom.editor(editors, EDITOR);
    editors.disable(editor.id());
    assertThat(editors.find(editor.id())).map(Editor::enabled).hasValue(false);

    editors.enable(editor.id());
    assertThat(editors.find(editor.id())).map(Editor::enabled).hasValue(true);
  }
}
