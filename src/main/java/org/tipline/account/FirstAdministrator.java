package org.tipline.account;

import static java.util.stream.Collectors.toMap;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes the administrator the environment names, while there is none, before the port opens. */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final AccountSettings.Admin settings;
  private final Editors editors;
  private final Desks desks;

  FirstAdministrator(AccountSettings settings, Editors editors, Desks desks) {
    this.settings = settings.admin();
    this.editors = editors;
    this.desks = desks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!settings.isGiven()) {
      return;
    }
    requireBoth();
    var wanted = wanted();
    if (!editors.hasAdministrator()) {
      create(wanted);
    }
  }

  private void requireBoth() {
    if (settings.email().isEmpty() || settings.password().isEmpty()) {
      throw new BadAccountSettings(
          "Set both TIPLINE_ADMIN_EMAIL and TIPLINE_ADMIN_PASSWORD, or neither.");
    }
  }

  private NewEditor wanted() {
    var everyDesk = desks.all().stream().collect(toMap(Desk::id, _ -> SeatRole.LEAD));
    try {
      return new NewEditor(
          settings.email(),
          "Administrator",
          Set.of(Role.ADMIN, Role.EDITOR),
          everyDesk,
          settings.password());
    } catch (BadEditor e) {
      throw new BadAccountSettings(
          "TIPLINE_ADMIN_EMAIL and TIPLINE_ADMIN_PASSWORD cannot be used: " + e.getMessage());
    }
  }

  private void create(NewEditor wanted) {
    try {
      var editor = editors.create(wanted);
      log.info("Created the first administrator, editor {}", editor.id());
    } catch (BadEditor _) {
      requireAdministrator(); // another instance may have been faster
    }
  }

  private void requireAdministrator() {
    if (!editors.hasAdministrator()) {
      throw new BadAccountSettings(
          "Set TIPLINE_ADMIN_EMAIL to another address; an editor who is no administrator has this"
              + " one.");
    }
  }
}
