package org.tipline.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The words with which readers of the web form come back.
 *
 * @param life how long they open a tip
 * @param shown how long after the form was sent its page shows them: the page may stay open on a
 *     phone that others use
 */
@ConfigurationProperties("tipline.receipt")
record ReceiptSettings(@DefaultValue("180d") Duration life, @DefaultValue("1h") Duration shown) {}
