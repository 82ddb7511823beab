package org.tipline.database;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches while {@code spring.datasource.url} is absent or empty. */
class NoDatasourceUrl extends SpringBootCondition {

  private static final String URL = "spring.datasource.url";

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    var given = StringUtils.hasText(context.getEnvironment().getProperty(URL));
    var message = ConditionMessage.forCondition("Embedded database");
    return given
        ? ConditionOutcome.noMatch(message.found("property").items(URL))
        : ConditionOutcome.match(message.didNotFind("property").items(URL));
  }
}
