package org.tipline.account;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sessions as requests use them; they are in the database, each as a {@link KeptSession}. */
class KeptSessions<S extends Session> implements FindByIndexNameSessionRepository<KeptSession<S>> {

  /** What an open page asks and says by itself. */
  private static final Pattern BY_ITSELF = Pattern.compile("/desk/(events|live|readings|ahead/.*)");

  private static final String FOUND = KeptSessions.class.getName();

  private final FindByIndexNameSessionRepository<S> sessions;

  KeptSessions(FindByIndexNameSessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  @Override
  public KeptSession<S> createSession() {
    return new KeptSession<>(sessions.createSession(), true);
  }

  @Override
  public void save(KeptSession<S> session) {
    sessions.save(session.kept());
  }

  /** Spring asks a second time at the end of each request, only to see that it is still there. */
  @Override
  public @Nullable KeptSession<S> findById(String id) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return find(id, false);
    }
    return found(request)
        .filter(session -> session.getId().equals(id))
        .orElseGet(() -> find(id, request));
  }

  @SuppressWarnings("unchecked") // nobody else keeps anything there
  private Optional<KeptSession<S>> found(RequestAttributes request) {
    return Optional.ofNullable(
        (KeptSession<S>) request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST));
  }

  private @Nullable KeptSession<S> find(String id, RequestAttributes request) {
    var session = find(id, isUsed(request));
    if (session != null) {
      request.setAttribute(FOUND, session, RequestAttributes.SCOPE_REQUEST);
    }
    return session;
  }

  private @Nullable KeptSession<S> find(String id, boolean isUsed) {
    var session = sessions.findById(id);
    return session == null ? null : new KeptSession<>(session, isUsed);
  }

  private static boolean isUsed(RequestAttributes request) {
    return request instanceof ServletRequestAttributes asked
        && !BY_ITSELF.matcher(asked.getRequest().getRequestURI()).matches();
  }

  @Override
  public void deleteById(String id) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.removeAttribute(FOUND, RequestAttributes.SCOPE_REQUEST);
    }
    sessions.deleteById(id);
  }

  @Override
  public Map<String, KeptSession<S>> findByIndexNameAndIndexValue(String name, String value) {
    return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, found -> new KeptSession<>(found.getValue(), true)));
  }
}
