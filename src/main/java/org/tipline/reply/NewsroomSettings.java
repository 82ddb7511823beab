package org.tipline.reply;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The newsroom as its readers know it.
 *
 * @param languages ISO 639, the first for readers of whom nobody can tell
 */
@ConfigurationProperties("tipline.newsroom")
record NewsroomSettings(
    @DefaultValue("Tipline") String name, @DefaultValue({"en", "sw"}) List<String> languages) {}
