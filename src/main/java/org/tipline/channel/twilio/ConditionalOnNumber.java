package org.tipline.channel.twilio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * The channel is on when this setting has a value; a blank one, as an empty variable is, has none.
 */
@Conditional(OnNumber.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ConditionalOnNumber {

  String value();
}
