package io.redress.configuration.check;

import io.redress.channel.email.MailRules;
import io.redress.configfile.Check;
import io.redress.configfile.DeclaredNames;
import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.util.List;

/** {@code config/mail-rules.yaml}, with its examples, and with the categories that it names. */
final class MailRulesCheck {

    private MailRulesCheck() {}

    static Check of(Path config) {
        return Check.of("mail-rules", () -> List.of(config.resolve(MailRules.FILE)), () -> {
            MailRules rules = MailRules.read(config);
            try {
                return rules.unknownCategories(config, DeclaredNames.categories(config));
            } catch (InvalidConfiguration e) {
                return List.of(); // told by the check of categories
            }
        });
    }
}
