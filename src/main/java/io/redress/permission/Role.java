package io.redress.permission;

import static io.redress.permission.Permission.AUDIT_READ;
import static io.redress.permission.Permission.CALLBACKS_WRITE;
import static io.redress.permission.Permission.FIGURES_READ;
import static io.redress.permission.Permission.ITEMS_READ;
import static io.redress.permission.Permission.METRICS_READ;
import static io.redress.permission.Permission.OPERATIONS_READ;
import static io.redress.permission.Permission.OPERATIONS_WRITE;
import static io.redress.permission.Permission.SURVEYS_WRITE;
import static io.redress.permission.Permission.TICKETS_EXPORT;
import static io.redress.permission.Permission.TICKETS_READ;
import static io.redress.permission.Permission.TICKETS_WRITE;
import static io.redress.permission.Permission.WEBHOOKS_MANAGE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user is to the shop. A user may have several roles, and then has the permissions of all of them. */
public enum Role {
    VIEWER(TICKETS_READ, FIGURES_READ),
    AGENT(TICKETS_READ, FIGURES_READ, TICKETS_WRITE, CALLBACKS_WRITE, SURVEYS_WRITE),
    SUPERVISOR(
            TICKETS_READ, FIGURES_READ, TICKETS_WRITE, CALLBACKS_WRITE, SURVEYS_WRITE, TICKETS_EXPORT, OPERATIONS_READ),
    OPERATOR(TICKETS_READ, FIGURES_READ, OPERATIONS_READ, OPERATIONS_WRITE, ITEMS_READ, METRICS_READ, WEBHOOKS_MANAGE),
    ADMINISTRATOR(Permission.values()),
    AUDITOR(TICKETS_READ, FIGURES_READ, OPERATIONS_READ, AUDIT_READ);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(permissions)));
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** As it is written in configuration and on the command line, such as {@code agent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
