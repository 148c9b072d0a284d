package io.redress.delivery.tryton;

import io.redress.delivery.Delivery;
import java.util.List;
import java.util.Map;

/** A note at a complaint; the delivery's id at its end is how a repeat finds it. */
record TrytonNote(String resource, Delivery delivery) {

    Map<String, Object> values() {
        Object message = delivery.fields().getOrDefault("message", "");
        return Map.of("resource", resource, "message", message + "\n\n" + mark());
    }

    List<?> domain() {
        return List.of(List.of("resource", "=", resource), List.of("message", "like", "%" + mark()));
    }

    private String mark() {
        return "Redress " + delivery.id();
    }
}
