package io.redress.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a page of the console with its parameters, in their order. */
public final class PageAddress {

    private final String path;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public PageAddress(String path) {
        this.path = path;
    }

    /** With a parameter as it was given; one that is null or blank is left out. */
    public PageAddress with(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : exactly(name, value.strip());
    }

    /** With a parameter, an empty one, too. */
    public PageAddress exactly(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Whether it has no parameter. */
    public boolean isBare() {
        return parameters.isEmpty();
    }

    /** Encoded, so that nothing in a value is taken for a part of the address. */
    @Override
    public String toString() {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
