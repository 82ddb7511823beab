package org.tipline.moderation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.tipline.channel.Medium;

/** The tips, as those who change them need them: one at a time, locked. */
interface Tips extends Repository<Tip, UUID> {

  Tip saveAndFlush(Tip tip);

  boolean existsByReference(String reference);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Tip> findByReference(String reference);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Tip> findById(UUID id);

  /** The reader's newest tip on that medium that saw activity in the window. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select t from Tip t
      where t.readerId = :reader and t.medium = :medium and t.state <> MERGED
        and t.lastActivityAt between :from and :to
      order by t.lastActivityAt desc limit 1
      """)
  Optional<Tip> findActive(UUID reader, Medium medium, Instant from, Instant to);
}
