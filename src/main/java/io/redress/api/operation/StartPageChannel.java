package io.redress.api.operation;

import java.util.Map;

/** One channel on the first page; what is not known is empty. */
public record StartPageChannel(
        String name,
        String kind,
        String state,
        boolean healthy,
        String since,
        String problem,
        String remedy,
        String error,
        String lastArrival,
        Map<String, Long> items) {}
