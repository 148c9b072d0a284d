package io.redress.configuration.check;

import io.redress.channel.ChannelSetting;
import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Placeholder;
import java.util.List;

/**
 * Whether a setting that a platform or a provider wants of a channel is there, and looks right.
 *
 * @param replaced whether a secret may hold two values, separated by blanks, while it is being replaced
 */
record ChannelSettingCheck(BeanCatalog beanCatalog, boolean replaced) {

    private static final int MOST_SECRETS = 2;

    /**
     * Adds what is wrong with one setting.
     *
     * @param parameter of the use that names the platform or provider
     * @param prefix of the key, such as the channel's name
     */
    void check(EndpointUse use, String parameter, String prefix, ChannelSetting setting, List<Finding> findings) {
        String key = prefix + "." + setting.name();
        String value = beanCatalog.setting(key);
        if (value == null || value.isBlank()) {
            if (setting.needsValue()) {
                findings.add(use.finding(
                        "nothing is set for " + key + ", the " + setting.words(), remedy(key, setting), parameter));
            }
            return;
        }
        String[] each = setting.secret() && replaced ? value.strip().split("\\s+") : new String[] {value};
        if (each.length > MOST_SECRETS) {
            findings.add(use.finding(
                    key + " has blanks in it: it would be " + each.length + " secrets",
                    "copy the value in place of an example's words: " + setting.words()
                            + "; while it is being replaced, it may hold two values with a blank between them",
                    parameter));
            return;
        }
        for (String one : each) {
            setting.problem(one)
                    .ifPresent(problem -> findings.add(
                            use.finding(key + " " + problem, "copy it again: " + setting.words(), parameter)));
        }
    }

    private static String remedy(String key, ChannelSetting setting) {
        return setting.secret() ? Placeholder.secretRemedy(key) : new Placeholder(key, null, false).remedy();
    }
}
