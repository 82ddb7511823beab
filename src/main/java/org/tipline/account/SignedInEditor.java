package org.tipline.account;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in, as kept in the session: the less it holds, the longer old sessions open. */
class SignedInEditor implements SignedIn, UserDetails {

  @Serial private static final long serialVersionUID = 1;

  private final UUID id;
  private final String name;
  private final Set<Role> roles;
  private final Instant signedInAt;

  /** For the one comparison at sign-in; never part of a session. */
  private final transient @Nullable String passwordHash;

  /** Never part of a session: each request brings its own; until then they see nothing. */
  private transient @Nullable Seats seats;

  SignedInEditor(Editor editor, @Nullable String passwordHash, Instant signedInAt) {
    this.id = editor.id();
    this.name = editor.name();
    this.roles = editor.roles();
    this.signedInAt = signedInAt;
    this.passwordHash = passwordHash;
  }

  @Override
  public UUID editorId() {
    return id;
  }

  @Override
  public String editorName() {
    return name;
  }

  @Override
  public Seats seats() {
    return seats == null ? Seats.none(id) : seats;
  }

  void sitAt(Seats seats) {
    this.seats = seats;
  }

  Instant signedInAt() {
    return signedInAt;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  /**
   * The name Spring Session files the session under: an id, so that a new address changes nothing.
   */
  @Override
  public String getUsername() {
    return id.toString();
  }

  @Override
  public String toString() {
    return "SignedInEditor[" + id + "]";
  }
}
