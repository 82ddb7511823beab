package org.tipline.triage;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the newsroom answers its readers in.
 *
 * @param languages ISO 639, the first is its own
 */
@ConfigurationProperties("tipline.newsroom")
record NewsroomLanguages(@DefaultValue("en") List<String> languages) {}
