package io.redress.configuration.check;

import io.redress.configfile.Check;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.ZoneNames;
import io.redress.routes.ExplicitSettings;
import io.redress.settings.SettingNames;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/** The keys {@code redress.*} of {@code config/application.yaml}: each is one that the hub reads, and its value fits. */
final class SettingsCheck implements Check {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("redress");

    /** In place of a file. */
    private static final Path ENVIRONMENT = Path.of("environment");

    private final Environment environment;
    private final ExplicitSettings written;

    SettingsCheck(Environment environment) {
        this.environment = environment;
        this.written = new ExplicitSettings(environment);
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
        try (var validation = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            for (Class<?> type : SettingNames.records()) {
                Object settings = bind(type, findings);
                if (settings != null) {
                    validation.getValidator().validate(settings).stream()
                            .map(violation -> unmeant(SettingNames.prefix(type), violation))
                            .forEach(findings::add);
                }
            }
        }
        Set<String> known = SettingNames.all().keySet();
        Pattern names = SettingNames.pattern(Stream.concat(known.stream(), SettingNames.FORMER.keySet().stream()));
        for (ConfigurationProperty key : ours()) {
            String name = key.getName().toString();
            if (!names.matcher(plain(name)).matches()) {
                findings.add(ExplicitSettings.finding(
                        key, "unknown setting '" + name + "'", Suggestion.remedy(name, known)));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> advice() {
        return ours().stream()
                .filter(key -> SettingNames.FORMER.containsKey(key.getName().toString()))
                .map(key -> ExplicitSettings.finding(
                        key,
                        "'" + key.getName() + "' is read still, and has another name now",
                        "write " + SettingNames.FORMER.get(key.getName().toString())))
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

    /** The record as the hub has it; null when a value cannot be read. */
    private @Nullable Object bind(Class<?> type, List<Finding> findings) {
        try {
            return Binder.get(environment).bindOrCreate(SettingNames.prefix(type), Bindable.of(type));
        } catch (BindException e) {
            findings.add(unreadable(e));
            return null;
        }
    }

    private Finding unreadable(BindException e) {
        Class<?> type = e.getTarget().getType().resolve(Object.class);
        String value =
                e.getProperty() == null ? "" : String.valueOf(e.getProperty().getValue());
        String remedy = type == ZoneId.class
                ? ZoneNames.remedy(value)
                : type.isEnum()
                        ? "write one of " + constants(type)
                        : "write a value of type " + type.getSimpleName()
                                + (type == Duration.class ? ", such as " + DurationParser.FORMS : "");
        return finding(plain(e.getName().toString()), value, "cannot be read", remedy);
    }

    private static String constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private Finding unmeant(String prefix, ConstraintViolation<?> violation) {
        var name = new StringBuilder(prefix);
        for (Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                name.append('.').append(DataObjectPropertyName.toDashedForm(node.getName()));
            }
        }
        String value = String.valueOf(violation.getInvalidValue());
        return finding(name.toString(), value, "cannot be meant", violation.getMessage());
    }

    /** At the line that says it, under whichever of its names; what the environment says is not repeated. */
    private Finding finding(String name, String value, String problem, String remedy) {
        return ours().stream()
                .filter(key -> name.equals(plain(key.getName().toString()))
                        || name.equals(SettingNames.FORMER.get(key.getName().toString())))
                .min(Comparator.comparing(key -> !value.equals(String.valueOf(key.getValue()))))
                .map(key -> ExplicitSettings.finding(
                        key, "'" + key.getName() + ": " + key.getValue() + "' " + problem, remedy))
                .orElseGet(() -> new Finding(ENVIRONMENT, 0, "'" + name + "' " + problem, remedy));
    }
}
