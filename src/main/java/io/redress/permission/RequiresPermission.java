package io.redress.permission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that an operation of the API or a page of the console needs. It stands on every one of them, on the method or,
 * for all methods, on the class; what has none is refused for everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresPermission {

    Permission value();

    /**
     * True where the operation keeps to the actor's own {@link TicketScope}: a path variable {@code number} is a ticket that the
     * scope is checked for before, and lists are filtered. Whoever has such a scope is refused by all other operations.
     */
    boolean scoped() default false;
}
