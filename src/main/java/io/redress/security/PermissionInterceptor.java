package io.redress.security;

import io.redress.api.ApiProblem;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.RequiresActor;
import io.redress.permission.RequiresPermission;
import io.redress.permission.TicketOwnership;
import io.redress.ticket.TicketNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place that decides whether an actor may do what a request asks for. Who the actor is has been decided before, by the
 * filters of {@link SecurityConfiguration}.
 */
@Component
public class PermissionInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /**
     * What needs no permission: the API's own description, a customer's own tickets, which a token of theirs opens, the
     * console's first page, which shows what its reader may see, and signing in and out.
     */
    private static final String[] WITHOUT = {
        "/api/openapi.json", "/api/my/**", "/console", "/console/login", "/console/login/**", "/console/logout"
    };

    private final TicketOwnership ownership;

    PermissionInterceptor(TicketOwnership ownership) {
        this.ownership = ownership;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/**", "/console", "/console/**")
                .excludePathPatterns(WITHOUT)
                .order(Ordered.HIGHEST_PRECEDENCE); // before anything tells what an operation takes
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            Actor actor = CurrentActor.of(request.getUserPrincipal());
            if (actor == null || !isForAll(operation)) {
                check(actor, required(operation), request);
            }
        }
        return true;
    }

    /** Whether every actor may do it. */
    public static boolean isForAll(HandlerMethod operation) {
        return AnnotatedElementUtils.hasAnnotation(operation.getMethod(), RequiresActor.class)
                || AnnotatedElementUtils.hasAnnotation(operation.getBeanType(), RequiresActor.class);
    }

    /** What an operation needs; null when it does not say so. */
    public static @Nullable RequiresPermission required(HandlerMethod operation) {
        RequiresPermission own =
                AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), RequiresPermission.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), RequiresPermission.class);
    }

    private void check(@Nullable Actor actor, @Nullable RequiresPermission required, HttpServletRequest request) {
        if (required == null) {
            throw refused("Nobody is permitted to do this", "Report it: the operation names no permission.");
        }
        Permission permission = required.value();
        if (actor == null || !actor.may(permission)) {
            throw refused(
                    "The permission " + permission.key() + " is needed",
                    "Ask an administrator for a role or a key that may " + permission.meaning() + ".");
        }
        if (!actor.scope().isAll()) {
            checkScope(actor, required, request);
        }
    }

    private void checkScope(Actor actor, RequiresPermission required, HttpServletRequest request) {
        if (!required.scoped()) {
            throw refused(
                    "This concerns all tickets, and " + actor.getName() + " may see those of some teams only",
                    "Ask an administrator for a user or a key without teams and categories.");
        }
        String number = variable(request, "number");
        if (number != null
                && ownership
                        .find(TicketNumber.namedIn(number).stream()
                                .findFirst() // as the operation reads it, so that no spelling leads past
                                .orElse(number))
                        .filter(ticket -> !actor.scope().contains(ticket.owner(), ticket.category()))
                        .isPresent()) {
            throw refused("The ticket belongs to another team", "Ask a supervisor to assign it to a team of yours.");
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String variable(HttpServletRequest request, String name) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? null : ((Map<String, String>) variables).get(name);
    }

    private static ErrorResponseException refused(String detail, String remedy) {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN, ApiProblem.of(HttpStatus.FORBIDDEN, detail, remedy), null);
    }
}
