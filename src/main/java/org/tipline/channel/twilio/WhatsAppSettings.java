package org.tipline.channel.twilio;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tipline.channel.ReplyTemplate;

/**
 * WhatsApp by Twilio.
 *
 * @param number the number readers write to, {@code +254…}; the channel is off without it
 * @param templates texts that WhatsApp has approved, which may be sent when free text may not
 */
@ConfigurationProperties("tipline.channels.twilio-whatsapp")
record WhatsAppSettings(@Nullable String number, @DefaultValue List<Template> templates) {

  WhatsAppSettings {
    templates = List.copyOf(templates);
  }

  List<ReplyTemplate> replyTemplates() {
    return templates.stream()
        .map(
            template ->
                new ReplyTemplate(
                    template.sid(), template.name(), template.language(), template.text()))
        .toList();
  }

  /**
   * One approved text.
   *
   * @param sid its Content SID, {@code HX} and 32 hexadecimal digits
   * @param name how editors call it
   * @param language ISO 639
   * @param text what it says, word for word, its gaps written {@code {{1}}}
   */
  record Template(String sid, String name, String language, String text) {

    private static final Pattern SID = Pattern.compile("HX[0-9a-fA-F]{32}");

    Template {
      if (!SID.matcher(sid).matches()) {
        throw new IllegalArgumentException(
            "Set the sid of each tipline.channels.twilio-whatsapp.templates to a Content SID, HX"
                + " and 32 hexadecimal digits.");
      }
      if (name.isBlank() || language.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException(
            "Set name, language and text of each tipline.channels.twilio-whatsapp.templates.");
      }
    }
  }
}
