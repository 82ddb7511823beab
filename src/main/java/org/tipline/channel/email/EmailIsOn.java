package org.tipline.channel.email;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The channel is on when it has an address; a blank one, or an empty variable, is none. */
final class EmailIsOn implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !Binder.get(context.getEnvironment())
        .bind("tipline.channels.email.address", Bindable.listOf(String.class))
        .orElse(List.of())
        .isEmpty();
  }
}
