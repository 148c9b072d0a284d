package io.redress.configuration.check;

import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.ZoneNames;
import io.redress.routes.WrittenSettings;
import io.redress.settings.AttachmentSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;

/** The keys {@code redress.*} of {@code config/application.yaml}: each is one that the hub reads, and its value fits. */
final class SettingsCheck implements Check {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("redress");

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final WrittenSettings written;
    private final Map<String, Class<?>> others;

    /** @param others keys that are read one by one, and the types of their values */
    SettingsCheck(ConfigurableListableBeanFactory beans, Environment environment, Map<String, Class<?>> others) {
        this.beans = beans;
        this.environment = environment;
        this.written = new WrittenSettings(environment);
        this.others = others;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Path> files() {
        return written.files();
    }

    @Override
    public List<Finding> run() {
        var findings = new ArrayList<Finding>();
        Set<String> known = new TreeSet<>(others.keySet());
        for (Class<?> type : types()) {
            known.addAll(bind(type, findings));
        }
        for (ConfigurationProperty key : ours()) {
            String name = key.getName().toString();
            if (!known.contains(plain(name))) {
                findings.add(
                        WrittenSettings.finding(key, "unknown setting '" + name + "'", Suggestion.remedy(name, known)));
            } else if (others.containsKey(name)) {
                bind(name, Bindable.of(others.get(name)), BindHandler.DEFAULT, findings);
            }
            String value = environment.getProperty(name, "");
            SettingValueRules.remedy(plain(name), value)
                    .ifPresent(remedy -> findings.add(
                            WrittenSettings.finding(key, "'" + name + ": " + value + "' cannot be meant", remedy)));
        }
        return findings;
    }

    @Override
    public List<Finding> advice() {
        return ours().stream()
                .filter(key ->
                        AttachmentSettings.FORMER.containsKey(key.getName().toString()))
                .map(key -> WrittenSettings.finding(
                        key,
                        "'" + key.getName() + "' is read still, and has another name now",
                        "write " + AttachmentSettings.FORMER.get(key.getName().toString())))
                .toList();
    }

    private List<ConfigurationProperty> ours() {
        return written.keys().stream()
                .filter(key -> OURS.isAncestorOf(key.getName()))
                .toList();
    }

    /** Without the index of a list's element. */
    private static String plain(String name) {
        return name.replaceAll("\\[[^]]*]$", "");
    }

    private List<Class<?>> types() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(name -> beans.getType(name, false))
                .filter(type -> type != null && prefix(type).startsWith("redress"))
                .<Class<?>>map(type -> type)
                .distinct()
                .toList();
    }

    private static String prefix(Class<?> type) {
        var properties = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return properties == null ? "" : properties.prefix();
    }

    /** The keys that a type was asked for while it was bound. */
    private Set<String> bind(Class<?> type, List<Finding> findings) {
        var asked = new Asked();
        bind(prefix(type), Bindable.of(type), asked, findings);
        return asked.names;
    }

    private void bind(String name, Bindable<?> target, BindHandler handler, List<Finding> findings) {
        try {
            Binder.get(environment).bind(name, target, handler);
        } catch (BindException e) {
            ConfigurationProperty key = e.getProperty();
            if (key != null && WrittenSettings.file(key) != null) {
                Class<?> type = e.getTarget().getType().resolve(Object.class);
                findings.add(WrittenSettings.finding(
                        key,
                        "'" + key.getName() + ": " + key.getValue() + "' cannot be read",
                        type == ZoneId.class
                                ? ZoneNames.remedy(String.valueOf(key.getValue()))
                                : "write a value of type " + type.getSimpleName()));
            }
        }
    }

    private static final class Asked implements BindHandler {

        private final Set<String> names = new TreeSet<>();

        @Override
        public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            names.add(plain(name.toString()));
            return target;
        }
    }
}
