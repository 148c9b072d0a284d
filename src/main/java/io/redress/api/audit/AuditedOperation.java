package io.redress.api.audit;

import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.PermissionInterceptor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What the log says of an operation, by its own declaration.
 *
 * @param act the permission that it needs
 * @param changes whether it acts, or sends its answer in parts: then an entry stands before it, too
 * @param hasBody whether what it is about stands in its body
 */
record AuditedOperation(Permission act, boolean changes, boolean hasBody) {

    /** Whose reading shows no personal data, and is done by dashboards all day. */
    private static final Set<Permission> UNPERSONAL =
            EnumSet.of(Permission.FIGURES_READ, Permission.OPERATIONS_READ, Permission.METRICS_READ);

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /**
     * Of a request's operation.
     *
     * @param method of HTTP
     * @return null when it leaves no entry
     */
    static @Nullable AuditedOperation of(@Nullable Object handler, String method) {
        if (!(handler instanceof HandlerMethod operation)) {
            return null;
        }
        RequiresPermission required = PermissionInterceptor.required(operation);
        if (required == null) {
            return null;
        }
        boolean reads = READING.contains(method);
        if (reads && UNPERSONAL.contains(required.value())) {
            return null;
        }
        boolean inParts = operation.isVoid();
        boolean hasBody = Arrays.stream(operation.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        return new AuditedOperation(required.value(), !reads || inParts, hasBody);
    }
}
