package io.redress.routes.check;

import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.RouteFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchLanguageException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.dsl.yaml.common.exception.YamlDeserializationException;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/** What Camel's exception means for the person who wrote the route. */
public final class BuildErrorExplanation {

    static final String EXPRESSION_REMEDY = "write property access such as ${body.queue}";

    private static final Pattern STEP = Pattern.compile(">>> (.*) <<<", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** No expression that somebody wrote into a step is one word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

    private final ModelCamelContext context;
    private final RouteFile file;
    private final BeanCatalog beanCatalog;

    BuildErrorExplanation(ModelCamelContext context, RouteFile file, BeanCatalog beanCatalog) {
        this.context = context;
        this.file = file;
        this.beanCatalog = beanCatalog;
    }

    Finding finding(Throwable failure) {
        Optional<OptionalIdentifiedDefinition<?>> step = step(failure);
        Path path = step.map(OptionalIdentifiedDefinition::getLocation)
                .map(BuildErrorExplanation::path)
                .orElse(file.path());
        int line = step.map(OptionalIdentifiedDefinition::getLineNumber).orElseGet(() -> line(failure));
        return explain(failure, path, line);
    }

    private Finding explain(Throwable failure, Path path, int line) {
        var syntax = ObjectHelper.getException(SimpleIllegalSyntaxException.class, failure);
        if (syntax != null && WORD.matcher(syntax.getExpression()).matches()) {
            return new Finding(
                    path,
                    line,
                    "a precondition is '" + syntax.getExpression() + "', which is neither true nor false",
                    "write true or false for the setting that precondition: names");
        }
        if (syntax != null) {
            return new Finding(
                    path,
                    line,
                    "cannot read the expression '" + syntax.getExpression() + "': " + firstLine(syntax.getMessage()),
                    EXPRESSION_REMEDY);
        }
        var bean = ObjectHelper.getException(NoSuchBeanException.class, failure);
        if (bean != null) {
            return new Finding(
                    path,
                    line,
                    "unknown bean '" + bean.getName() + "'",
                    BeanRules.unknownBean(bean.getName(), beanCatalog));
        }
        var binding = ObjectHelper.getException(PropertyBindingException.class, failure);
        if (binding != null) {
            return new Finding(
                    path,
                    line,
                    "'" + binding.getPropertyName() + ": " + binding.getValue() + "' does not fit: "
                            + firstLine(root(failure).getMessage()),
                    "write a value of the option's type");
        }
        var language = ObjectHelper.getException(NoSuchLanguageException.class, failure);
        if (language != null) {
            return new Finding(
                    path, line, "unknown language '" + language.getLanguage() + "'", "write simple or constant");
        }
        return new Finding(path, line, firstLine(root(failure).getMessage()), "fix what the message names");
    }

    private Optional<OptionalIdentifiedDefinition<?>> step(Throwable failure) {
        var failed = ObjectHelper.getException(FailedToCreateRouteException.class, failure);
        RouteDefinition route = failed == null ? null : context.getRouteDefinition(failed.getRouteId());
        if (failed == null || route == null) {
            return Optional.empty();
        }
        Matcher named = STEP.matcher(String.valueOf(failed.getMessage()));
        if (!named.find()) {
            return Optional.of(route.getInput());
        }
        String step = named.group(1);
        Collection<ProcessorDefinition<?>> steps = steps(route);
        return steps.stream()
                .filter(candidate -> candidate.toString().equals(step))
                .<OptionalIdentifiedDefinition<?>>map(candidate -> candidate)
                .findFirst()
                .or(() -> Optional.of(route.getInput()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Camel's signature is raw
    private static Collection<ProcessorDefinition<?>> steps(RouteDefinition route) {
        return (Collection)
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class);
    }

    private int line(Throwable failure) {
        var yaml = ObjectHelper.getException(YamlDeserializationException.class, failure);
        Matcher line = LINE.matcher(yaml == null ? "" : String.valueOf(yaml.getMessage()));
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static Path path(String location) {
        return Path.of(location.replaceFirst("^(file|mem|string):", ""));
    }

    public static Throwable root(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce(failure, (outer, inner) -> inner);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
