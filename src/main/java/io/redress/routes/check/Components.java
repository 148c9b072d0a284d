package io.redress.routes.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.RuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The components on the class path and their options, as Camel's catalog describes them. */
final class Components {

    private final CamelContext context = new DefaultCamelContext();
    private final RuntimeCamelCatalog catalog = PluginHelper.getRuntimeCamelCatalog(context);
    private final Map<String, ComponentModel> models = new ConcurrentHashMap<>();

    boolean has(String scheme) {
        return catalog.componentJSonSchema(scheme) != null;
    }

    /** All that a route may name before the colon. */
    Set<String> names() {
        var names = new TreeSet<String>();
        try {
            for (Resource found : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/services/org/apache/camel/component/*")) {
                String name = String.valueOf(found.getFilename());
                if (!name.isBlank() && has(name)) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** The options of an endpoint, unless the component takes any name for its own purposes. */
    Set<String> options(String scheme) {
        var names = new TreeSet<String>();
        model(scheme).getEndpointOptions().stream()
                .map(BaseOptionModel::getName)
                .forEach(names::add);
        return names;
    }

    boolean takesAnyOption(String scheme) {
        return model(scheme).isLenientProperties();
    }

    private ComponentModel model(String scheme) {
        return models.computeIfAbsent(
                scheme, name -> JsonMapper.generateComponentModel(catalog.componentJSonSchema(name)));
    }

    /** Option values that are not of the option's type, with what may stand there. Nothing else checks durations. */
    Map<String, String> badValues(String scheme, Map<String, String> parameters) {
        var checked = new LinkedHashMap<>(parameters);
        checked.values().removeIf(value -> value.contains("{{") || value.startsWith("#"));
        if (checked.isEmpty()) {
            return Map.of();
        }
        EndpointValidationResult result = catalog.validateProperties(scheme, checked);
        var bad = new TreeMap<String, String>();
        put(bad, result.getInvalidDuration(), "a duration such as 500, 30s or 5m");
        put(bad, result.getInvalidInteger(), "a whole number");
        put(bad, result.getInvalidNumber(), "a number");
        put(bad, result.getInvalidBoolean(), "true or false");
        Map<?, ?> choices = result.getInvalidEnumChoices() == null ? Map.of() : result.getInvalidEnumChoices();
        choices.forEach(
                (name, values) -> bad.put(String.valueOf(name), "one of " + String.join(", ", (String[]) values)));
        return bad;
    }

    /** What is wrong with a value of a bean call, which Camel would only find with the first message. */
    Optional<String> syntaxProblem(String value) {
        try {
            context.resolveLanguage("simple").createExpression(value.replaceAll("\\{\\{[^{}]*}}", "x"));
            return Optional.empty();
        } catch (SimpleIllegalSyntaxException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of("cannot read the expression '" + value + "': " + why);
        }
    }

    private static void put(Map<String, String> bad, @Nullable Map<?, ?> invalid, String right) {
        if (invalid != null) {
            invalid.keySet().forEach(name -> bad.put(String.valueOf(name), right));
        }
    }
}
