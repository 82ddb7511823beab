package org.tipline.triage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tipline.support.NewsroomTest;

/**
 * A newsroom with a {@link Postbox}, read at the desk or through the API. Its address is http, so
 * that the JDK's client sends the cookies back, and localhost, where browsers take passkeys.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NewsroomTest(
    properties = {"tipline.public-url=http://localhost", "tipline.api.token=" + DeskTest.API_TOKEN})
@Import({Postbox.class, PaperChannel.class, Visitors.class})
public @interface DeskTest {

  String API_TOKEN = "read-only-token-of-the-tests-0123456789";
}
