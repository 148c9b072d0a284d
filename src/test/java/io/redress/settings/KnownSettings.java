package io.redress.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The settings {@code redress.*} with their defaults, as code, metadata and the shipped {@code application.yaml} in the jar say. */
final class KnownSettings {

    private final Map<String, String> defaults = new TreeMap<>();

    static Map<String, String> read() throws Exception {
        var known = new KnownSettings();
        known.metadata();
        known.types();
        known.shipped();
        known.computed();
        return known.defaults;
    }

    private void metadata() throws Exception {
        JsonNode metadata = new ObjectMapper()
                .readTree(new File("src/main/resources/META-INF/additional-spring-configuration-metadata.json"));
        for (JsonNode property : metadata.path("properties")) {
            if (!property.has("deprecation")) {
                defaults.put(
                        property.path("name").asText(),
                        property.path("defaultValue").asText(""));
            }
        }
    }

    private void types() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("io.redress")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            if (prefix.startsWith("redress") && type.isRecord()) {
                members(prefix, type);
            }
        }
    }

    private void members(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord() && component.getType().getName().startsWith("io.redress")) {
                members(name, component.getType());
            } else if (Map.class.isAssignableFrom(component.getType())) {
                map(name, component);
            } else {
                defaults.put(name, defaultOf(type, component));
            }
        }
    }

    private void map(String name, RecordComponent component) {
        var value = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
        if (value instanceof Class<?> record && record.isRecord()) {
            members(name + ".<name>", record);
        } else {
            defaults.put(name + ".<name>", "");
        }
    }

    private static String defaultOf(Class<?> type, RecordComponent component) {
        for (var constructor : type.getDeclaredConstructors()) {
            for (var parameter : constructor.getParameters()) {
                DefaultValue value = parameter.getAnnotation(DefaultValue.class);
                if (parameter.getName().equals(component.getName()) && value != null) {
                    return String.join(",", value.value());
                }
            }
        }
        return "";
    }

    /** What the jar's own file says comes before what the code says. */
    private void shipped() throws Exception {
        var sources = new YamlPropertySourceLoader()
                .load("shipped", new FileSystemResource("src/main/resources/application.yaml"));
        for (var source : sources) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if (defaults.containsKey(name)) {
                    defaults.put(name, String.valueOf(source.getProperty(name)));
                }
            }
        }
    }

    /** Defaults that depend on a former name of the setting. */
    private void computed() {
        var files = new AttachmentSettings(
                null,
                null,
                null,
                null,
                new AttachmentSettings.Scan("", java.time.Duration.ZERO, null, null, AttachmentSettings.WhenAway.HOLD));
        defaults.put("redress.attachments.max-files", String.valueOf(files.files()));
        defaults.put("redress.attachments.max-bytes", files.bytes().toMegabytes() + "MB");
        defaults.put("redress.attachments.scan.max-bytes", files.scan().bytes().toMegabytes() + "MB");
    }

    /** The same value, however it is written: {@code 10m} and {@code PT10M}. */
    static boolean same(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String value) {
        var conversion = ApplicationConversionService.getSharedInstance();
        for (Class<?> type : new Class<?>[] {java.time.Duration.class, org.springframework.util.unit.DataSize.class}) {
            if (value.matches("-?\\d+[a-zA-Z]+|P.*")) {
                try {
                    return String.valueOf(conversion.convert(value, type));
                } catch (RuntimeException e) {
                    continue; // not of that type
                }
            }
        }
        return value.replaceAll("[\\[\\] ]", "");
    }
}
