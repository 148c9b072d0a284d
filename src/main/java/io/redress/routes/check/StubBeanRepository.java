package io.redress.routes.check;

import io.redress.routes.file.BeanCatalog;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Component;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.objenesis.Objenesis;
import org.springframework.objenesis.ObjenesisStd;

/**
 * Beans of the right name and type that do nothing: enough to see whether a route could be built, without a broker or a
 * database.
 */
final class StubBeanRepository implements BeanRepository {

    private static final String CAMEL = "org.apache.camel.";

    private final BeanCatalog beanCatalog;
    private final Objenesis objenesis = new ObjenesisStd();
    private final Map<String, Object> made = new ConcurrentHashMap<>();

    StubBeanRepository(BeanCatalog beanCatalog) {
        this.beanCatalog = beanCatalog;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        Object there = made.get(name);
        Class<?> type = there == null ? beanCatalog.typeOf(name) : null;
        if (type != null && !Component.class.isAssignableFrom(type)) { // Camel makes its components itself
            there = make(type);
            made.put(name, there);
        }
        return there;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object found = lookupByName(name);
        return type.isInstance(found) ? type.cast(found) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        var found = new LinkedHashMap<String, T>();
        if (type.getName().startsWith(CAMEL) && type != TransactedPolicy.class) {
            return found; // Camel asks for its own parts by type; the defaults do, and stand-ins would not
        }
        for (String name : beanCatalog.namesOf(type)) {
            T bean = lookupByNameAndType(name, type);
            if (bean != null) {
                found.put(name, bean);
            }
        }
        return found;
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return new LinkedHashSet<>(findByTypeWithName(type).values());
    }

    private Object make(Class<?> type) {
        if (TransactedPolicy.class.isAssignableFrom(type)) {
            return new NoTransaction();
        }
        if (RoutePolicy.class.isAssignableFrom(type)) {
            return new RoutePolicySupport() {}; // Camel starts it with the first of its routes
        }
        if (type.isInterface()) {
            return silent(type);
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            var enhancer = new Enhancer();
            enhancer.setSuperclass(type);
            enhancer.setCallbackType(NoOp.class);
            return objenesis.newInstance(enhancer.createClass());
        }
        return objenesis.newInstance(type);
    }

    private static final class NoTransaction implements TransactedPolicy {

        @Override
        public void beforeWrap(Route route, NamedNode definition) {
            // the steps stay as they are
        }

        @Override
        public Processor wrap(Route route, Processor steps) {
            return steps;
        }
    }

    /** An object of an interface that does nothing. */
    static <T> T silent(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> args != null && proxy == args[0];
                    case "toString" -> "stand-in for " + type.getName();
                    default -> nothing(method.getReturnType());
                }));
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
