package org.tipline.moderation;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The tips, as those who change them need them: one at a time, locked. */
interface Tips extends Repository<Tip, UUID> {

  Tip saveAndFlush(Tip tip);

  List<Tip> saveAllAndFlush(Iterable<Tip> tips);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Tip> findByReference(String reference);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Tip> findById(UUID id);

  /** Takes a tip out of the one it was merged into, and out of what that was merged into since. */
  default void separate(Tip tip) {
    for (var above = tip.mergedInto(); above != null; ) {
      var parent = findById(above).orElseThrow();
      parent.giveBack(tip);
      above = parent.mergedInto();
    }
    tip.leave();
  }

  /** In the order in which locks are taken. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Tip> findAllByReferenceInOrderById(Collection<String> references);

  /** In the order in which locks are taken. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Tip> findAllByClaimedByOrderById(UUID editor);

  /** In the order in which locks are taken. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Tip> findAllByClaimedByAndDeskIdOrderById(UUID editor, UUID desk);
}
