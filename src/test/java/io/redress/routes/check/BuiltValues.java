package io.redress.routes.check;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;

/** Every value that can be reached from the parts of a route as Camel built it: texts, numbers, choices, with their fields. */
final class BuiltValues {

    private static final int MOST = 200_000;

    private final String kamelet;
    private final Set<String> values = new TreeSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private BuiltValues(String kamelet) {
        this.kamelet = kamelet;
    }

    /** @param kamelet whose own endpoint is left out: what a route gives it is not yet an effect */
    static Set<String> of(String kamelet, Collection<?> parts) {
        var values = new BuiltValues(kamelet);
        values.open.addAll(parts);
        while (!values.open.isEmpty()) {
            values.look(values.open.pop());
        }
        return values.values;
    }

    private void look(Object part) {
        if (isForeign(part) || !seen.add(part) || seen.size() > MOST) {
            return;
        }
        if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> found("Map." + key, value));
        } else if (part instanceof Collection<?> list) {
            list.forEach(value -> found("List", value));
        } else if (part.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(part) && i < 100; i++) {
                found("Array", Array.get(part, i));
            }
        } else if (isOpen(part)) {
            for (Class<?> type = part.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    read(part, field);
                }
            }
        }
    }

    private void read(Object part, Field field) {
        if (Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible()) {
            return;
        }
        try {
            found(field.getDeclaringClass().getSimpleName() + "." + field.getName(), field.get(part));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void found(String place, Object value) {
        if (value == null) {
            return;
        }
        String type = value.getClass().getName();
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || type.startsWith("java.time.")
                || type.startsWith("java.util.regex.Pattern")
                || type.startsWith("java.net.")
                || value instanceof java.nio.charset.Charset
                || value instanceof java.io.File) {
            values.add(place + "=" + value.toString().replaceAll("[0-9A-F]{15}-[0-9A-F]{16}|@[0-9a-f]{4,8}", ""));
        } else {
            open.push(value);
        }
    }

    private static boolean isOpen(Object part) {
        String name = part.getClass().getName();
        return name.startsWith("org.apache.")
                || name.startsWith("io.redress.")
                || name.startsWith("io.github.resilience4j.")
                || name.startsWith("com.zaxxer.")
                || name.startsWith("org.springframework.j");
    }

    private boolean isForeign(Object part) {
        return part instanceof CamelContext
                || part instanceof Component
                || part instanceof NamedNode
                || part instanceof Route
                || part instanceof Class
                || part instanceof ClassLoader
                || part instanceof Thread
                || part instanceof KameletEndpoint endpoint
                        && endpoint.getTemplateId().equals(kamelet);
    }
}
