package org.tipline.channel.form;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The newsroom as its public pages present it.
 *
 * @param region ISO 3166 country in which a phone number without a prefix is dialled
 * @param languages of the public pages, ISO 639, the first for readers whose browser asks for none
 */
@ConfigurationProperties("tipline.newsroom")
record NewsroomSettings(
    @DefaultValue("Tipline") String name,
    @DefaultValue("KE") String region,
    @DefaultValue({"en", "sw"}) List<String> languages) {}
