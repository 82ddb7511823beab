package org.tipline.channel.twilio;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** {@link ConditionalOnNumber}'s question. */
class OnNumber implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var annotation = metadata.getAnnotations().get(ConditionalOnNumber.class);
    var number =
        Binder.get(context.getEnvironment()).bind(annotation.getString("value"), String.class);
    return !number.orElse("").isBlank();
  }
}
