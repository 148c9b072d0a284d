package io.redress.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.config.Finding;
import io.redress.config.Suggestion;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.util.ObjectHelper;
import org.apache.camel.util.StringQuoteHelper;
import org.jspecify.annotations.Nullable;

/** Calls of beans: the bean is there, and has a method of that name that takes that many values. */
final class BeanRules {

    private final Wiring wiring;

    BeanRules(Wiring wiring) {
        this.wiring = wiring;
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
        Class<?> type = wiring.typeOf(ref);
        if (type == null) {
            findings.add(file.finding(
                    "unknown bean '" + ref + "'", Suggestion.remedy(ref, wiring.names()), with(at, "ref")));
            return;
        }
        String problem = problem(ref, type, node.path("method").asText());
        if (problem != null) {
            findings.add(file.finding(
                    problem, Suggestion.remedy(name(node.path("method").asText()), names(type)), with(at, "method")));
        }
    }

    private static @Nullable String problem(String ref, Class<?> type, String method) {
        String name = name(method);
        if (name.isEmpty() || name.contains("{{")) {
            return null;
        }
        List<Method> named = methods(type).stream()
                .filter(candidate -> candidate.getName().equals(name))
                .toList();
        if (named.isEmpty()) {
            return "bean '" + ref + "' has no method '" + name + "'";
        }
        int open = method.indexOf('(');
        if (open < 0) {
            return null;
        }
        int given = values(method.substring(open + 1, method.lastIndexOf(')')));
        return named.stream().anyMatch(candidate -> candidate.getParameterCount() == given)
                ? null
                : "method '" + name + "' of bean '" + ref + "' does not take " + given + " values";
    }

    private static int values(String inside) {
        return ObjectHelper.isEmpty(inside.trim()) ? 0 : StringQuoteHelper.splitSafeQuote(inside, ',').length;
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
