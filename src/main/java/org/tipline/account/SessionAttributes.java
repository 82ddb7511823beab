package org.tipline.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;

/**
 * Reads what a session holds. What an older or newer Tipline wrote may not open any more: then the
 * editor signs in again, instead of meeting an error on every page until the cookie is gone.
 */
class SessionAttributes implements GenericConverter {

  private static final Logger log = LoggerFactory.getLogger(SessionAttributes.class);

  private final DeserializingConverter reading =
      new DeserializingConverter(SessionAttributes.class.getClassLoader());

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(byte[].class, Object.class));
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object attribute, TypeDescriptor from, TypeDescriptor to) {
    if (!(attribute instanceof byte[] bytes)) {
      return null;
    }
    try {
      return reading.convert(bytes);
    } catch (SerializationFailedException _) {
      log.info("Left out a session attribute of {} bytes that does not open", bytes.length);
      return null;
    }
  }
}
