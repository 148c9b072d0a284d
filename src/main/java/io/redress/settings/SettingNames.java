package io.redress.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings that the records of this package hold. */
public final class SettingNames {

    /** In a name: what the shop calls one of several, such as a channel. */
    public static final String ANY = "<name>";

    /** Names of earlier versions, which are still read, and those of today. */
    public static final Map<String, String> FORMER = Map.of(
            "redress.attachments.most", "redress.attachments.max-files",
            "redress.attachments.most-bytes", "redress.attachments.max-bytes",
            "redress.attachments.scan.most-bytes", "redress.attachments.scan.max-bytes");

    /**
     * One setting.
     *
     * @param type of its value
     * @param defaultValue as it would be written; null when the record says what nothing means
     */
    public record Setting(Class<?> type, @Nullable String defaultValue) {}

    /** Found when first asked for: the class path is looked through once, and each start asks. */
    private static final class Found {
        static final List<Class<?>> RECORDS = scanned();
        static final Map<String, Setting> ALL = named(RECORDS);
    }

    private SettingNames() {}

    /** The records, each with its prefix. */
    public static List<Class<?>> records() {
        return Found.RECORDS;
    }

    private static List<Class<?>> scanned() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(SettingNames.class.getPackageName()).stream()
                .map(AnnotatedBeanDefinition.class::cast)
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        found.getMetadata().getClassName(), SettingNames.class.getClassLoader()))
                .toList();
    }

    /** Each setting by its name. */
    public static Map<String, Setting> all() {
        return Found.ALL;
    }

    private static Map<String, Setting> named(List<Class<?>> records) {
        var all = new TreeMap<String, Setting>();
        records.forEach(type -> add(prefix(type), type, all));
        return Collections.unmodifiableMap(all);
    }

    /** What matches the names, whatever the shop puts in place of {@link #ANY}. */
    public static Pattern pattern(Stream<String> names) {
        return Pattern.compile(names.map(name -> name.replace(".", "\\.").replace(ANY, "[^.]+"))
                .collect(Collectors.joining("|")));
    }

    /** What the names of a record's settings begin with. */
    public static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static void add(String prefix, Class<?> type, Map<String, Setting> all) {
        Constructor<?> canonical = type.getDeclaredConstructors()[0];
        for (Parameter parameter : canonical.getParameters()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(parameter.getName());
            Class<?> value = parameter.getType();
            if (Map.class.isAssignableFrom(value)) {
                name += "." + ANY;
                value = (Class<?>) ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[1];
            }
            if (value.isRecord()) {
                add(name, value, all);
            } else {
                DefaultValue written = parameter.getAnnotation(DefaultValue.class);
                boolean isNone = written == null || written.value().length == 0;
                all.put(name, new Setting(value, isNone ? null : String.join(",", written.value())));
            }
        }
    }
}
