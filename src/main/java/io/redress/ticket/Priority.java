package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How fast a ticket must move; the words and facts that raise it stand in {@code config/categories.yaml}. */
public enum Priority {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("major")
    MAJOR
}
