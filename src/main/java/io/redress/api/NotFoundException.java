package io.redress.api;

import java.util.Map;

/** What the request's path names does not exist; {@code members} are added to the problem. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final transient Map<String, Object> members;

    public NotFoundException(String message, String remedy) {
        this(message, remedy, Map.of());
    }

    public NotFoundException(String message, String remedy, Map<String, Object> members) {
        super(message);
        this.remedy = remedy;
        this.members = members;
    }

    String remedy() {
        return remedy;
    }

    Map<String, Object> members() {
        return members;
    }
}
