package io.redress.ops;

import java.util.Map;

/** What the request's path names does not exist; {@code members} are added to the problem. */
class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final transient Map<String, Object> members;

    NotFoundException(String message, String remedy) {
        this(message, remedy, Map.of());
    }

    NotFoundException(String message, String remedy, Map<String, Object> members) {
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
