package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.RouteFile;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.util.StringQuoteHelper;

/** Calls of beans: the bean is there, and has a method of that name that takes that many values. */
final class BeanRules {

    private final BeanCatalog beanCatalog;

    private final Components components;

    BeanRules(BeanCatalog beanCatalog, Components components) {
        this.beanCatalog = beanCatalog;
        this.components = components;
    }

    List<Finding> check(RouteFile file) {
        var findings = new ArrayList<Finding>();
        file.walk((at, node) -> {
            if (!at.isEmpty() && Set.of("bean", "method").contains(at.get(at.size() - 1)) && node.isObject()) {
                call(file, at, node, findings);
            }
        });
        return findings;
    }

    private void call(RouteFile file, List<Object> at, JsonNode node, List<Finding> findings) {
        String ref = node.path("ref").asText().replaceFirst("^#(bean:)?", "");
        if (ref.isEmpty() || ref.contains("{{")) {
            return;
        }
        Class<?> type = beanCatalog.typeOf(ref);
        if (type == null) {
            findings.add(file.finding("unknown bean '" + ref + "'", unknownBean(ref, beanCatalog), with(at, "ref")));
            return;
        }
        String method = node.path("method").asText();
        String name = name(method);
        if (name.isEmpty() || name.contains("{{")) {
            return;
        }
        List<Method> named = methods(type).stream()
                .filter(candidate -> candidate.getName().equals(name))
                .toList();
        int open = method.indexOf('(');
        if (named.isEmpty()) {
            findings.add(file.finding(
                    "bean '" + ref + "' has no method '" + name + "'",
                    Suggestion.remedy(name, names(type)),
                    with(at, "method")));
        } else if (open > 0) {
            List<String> values = values(method.substring(open + 1, Math.max(open + 1, method.lastIndexOf(')'))));
            int given = values.size();
            values.stream()
                    .map(components::syntaxProblem)
                    .flatMap(Optional::stream)
                    .forEach(problem -> findings.add(
                            file.finding(problem, BuildErrorExplanation.EXPRESSION_REMEDY, with(at, "method"))));
            if (named.stream().noneMatch(candidate -> candidate.getParameterCount() == given)) {
                findings.add(file.finding(
                        "method '" + name + "' of bean '" + ref + "' does not take " + given + " values",
                        "call it as " + named.stream().map(BeanRules::call).collect(Collectors.joining(" or ")),
                        with(at, "method")));
            }
        }
    }

    static String unknownBean(String name, BeanCatalog beanCatalog) {
        return FormerBeans.today(name)
                .map(today -> "it is called '" + today + "' since version 0.2.0")
                .or(() -> Suggestion.nearest(name, beanCatalog.names()).map(near -> "did you mean '" + near + "'?"))
                .orElse("check the spelling, or wire a bean of that name");
    }

    private static String call(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static List<String> values(String inside) {
        return inside.isBlank() ? List.of() : List.of(StringQuoteHelper.splitSafeQuote(inside, ','));
    }

    private static String name(String method) {
        int open = method.indexOf('(');
        return (open < 0 ? method : method.substring(0, open)).trim();
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static Set<String> names(Class<?> type) {
        return methods(type).stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> with(List<Object> at, String key) {
        var place = new ArrayList<>(at);
        place.add(key);
        return place;
    }
}
