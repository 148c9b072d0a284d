package io.redress.permission;

import java.util.Arrays;
import java.util.Optional;

/** One thing that somebody may do. The keys are the scopes of API keys. */
public enum Permission {
    TICKETS_READ("tickets.read", "read and search tickets with their attachments, callbacks and surveys"),
    TICKETS_WRITE("tickets.write", "update tickets: take, answer, reclassify, solve; renew a status link"),
    TICKETS_EXPORT("tickets.export", "export lists of tickets"),
    CALLBACKS_WRITE("callbacks.write", "plan callbacks and report calls"),
    SURVEYS_WRITE("surveys.write", "enter a customer's survey answer or opt-out"),
    FIGURES_READ("figures.read", "read figures and reports"),
    OPERATIONS_READ("operations.read", "see channels, queues, targets, routes and incidents"),
    OPERATIONS_WRITE("operations.write", "pause, resume and poll channels and targets; replay or discard what failed"),
    ITEMS_READ("items.read", "read arrivals and failed messages with their originals"),
    METRICS_READ("metrics.read", "read /actuator, such as metrics"),
    PERSONS_READ("persons.read", "find and export everything of a person"),
    PERSONS_FORGET("persons.forget", "forget persons, place and end legal holds"),
    ENCRYPTION_ROTATE("encryption.rotate", "store everything with the current encryption key"),
    USERS_MANAGE("users.manage", "add, change and disable users"),
    WEBHOOKS_MANAGE("webhooks.manage", "have events sent to other systems"),
    KEYS_MANAGE("keys.manage", "make and withdraw API keys"),
    AUDIT_READ("audit.read", "search the audit log and verify histories");

    private final String key;
    private final String meaning;

    Permission(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** As it is written in configuration and on the command line, such as {@code tickets.read}. */
    public String key() {
        return key;
    }

    /** What it permits, for pages and docs; it follows "may". */
    public String meaning() {
        return meaning;
    }

    public static Optional<Permission> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
