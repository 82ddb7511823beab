package org.tipline.reply;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What readers are told.
 *
 * @param acknowledge whether a new tip is answered at all
 * @param texts by language and {@link ReplyText#key}
 * @param canned by id: the name editors pick it by under {@code name}, its words under each
 *     language
 */
@ConfigurationProperties("tipline.reply")
record ReplySettings(
    @DefaultValue("true") boolean acknowledge,
    @DefaultValue Map<String, Map<String, String>> texts,
    @DefaultValue Map<String, Map<String, String>> canned) {}
