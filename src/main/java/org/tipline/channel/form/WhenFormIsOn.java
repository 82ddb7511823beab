package org.tipline.channel.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Part of the form itself: absent, and its address 404, when {@link WebSettings} turn it off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = "tipline.channels.web.enabled", matchIfMissing = true)
@interface WhenFormIsOn {}
