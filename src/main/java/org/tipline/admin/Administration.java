package org.tipline.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tipline.account.SignedIn;

/** What the frame of every administration page shows. */
@Component("administration")
class Administration {

  private static final List<AdminPage> PAGES =
      List.of(
          new AdminPage("/admin", "Overview"),
          new AdminPage("/admin/channels", "Channels"),
          new AdminPage("/admin/deliveries", "Deliveries"),
          new AdminPage("/admin/notices", "Notices"),
          new AdminPage("/admin/replies", "Replies"),
          new AdminPage("/admin/editors", "Editors"),
          new AdminPage("/admin/invitations", "Invitations"),
          new AdminPage("/admin/tokens", "API tokens"),
          new AdminPage("/admin/keys", "Keys"));

  private final List<AdminPage> pages;
  private final HttpServletRequest request;

  Administration(ObjectProvider<AdminPage> contributed, HttpServletRequest request) {
    this.pages = Stream.concat(PAGES.stream(), contributed.orderedStream()).toList();
    this.request = request;
  }

  public List<AdminPage> pages() {
    return pages;
  }

  public boolean isHere(AdminPage page) {
    return request.getRequestURI().equals(request.getContextPath() + page.path());
  }

  /** The signed-in administrator's name. */
  public String name() {
    return request.getUserPrincipal() instanceof Authentication who
            && who.getPrincipal() instanceof SignedIn me
        ? me.editorName()
        : "";
  }

  /** An administrator who neither edits nor sits anywhere has no desk to go to. */
  public boolean isEditor() {
    return request.isUserInRole("EDITOR")
        || (request.getUserPrincipal() instanceof Authentication who
            && who.getPrincipal() instanceof SignedIn me
            && !me.seats().roles().isEmpty());
  }
}
