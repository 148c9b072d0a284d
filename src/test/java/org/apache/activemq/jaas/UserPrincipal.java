package org.apache.activemq.jaas;

import java.security.Principal;

/**
 * Stands in for the class of this name in {@code activemq-jaas}, which the build does not have: the broker stamps messages with the
 * name of the principal of this type.
 */
public record UserPrincipal(String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
