package org.tipline.channel.form;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the public finds this site: {@code publicUrl} without a slash at its end. */
@ConfigurationProperties("tipline")
record SiteSettings(@DefaultValue("http://127.0.0.1:8080") String publicUrl) {}
