package io.redress.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.jspecify.annotations.Nullable;

/** Which channel takes the requests of a path: those whose path and method are as the channel's file says, to the letter. */
public final class ChannelPaths {

    /** The hub's own, for which Spring Security asks a key, whatever a channel's file says. */
    private static final Pattern OWN = Pattern.compile("/((api|actuator|console|error)(/.*)?)?");

    private final Map<String, SpringBootPlatformHttpConsumer> consumers = new ConcurrentHashMap<>();

    /** A path of the hub's own, with variables, or with media types that are to be compared is left to Spring's dispatcher. */
    void add(SpringBootPlatformHttpConsumer consumer) {
        PlatformHttpEndpoint endpoint = consumer.getEndpoint();
        if (endpoint.getHttpMethodRestrict() != null
                && endpoint.getConsumes() == null
                && endpoint.getProduces() == null
                && !endpoint.isMatchOnUriPrefix()
                && endpoint.getPath().indexOf('{') < 0
                && endpoint.getPath().indexOf('*') < 0
                && !OWN.matcher(endpoint.getPath()).matches()) {
            for (String method : endpoint.getHttpMethodRestrict().split(",")) {
                consumers.putIfAbsent(key(method.strip(), endpoint.getPath()), consumer);
            }
        }
    }

    void remove(SpringBootPlatformHttpConsumer consumer) {
        consumers.values().removeIf(consumer::equals);
    }

    /** Null for a request that is no channel's, or whose path is spelt in another way. */
    @Nullable
    SpringBootPlatformHttpConsumer of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return consumers.get(key(request.getMethod(), path));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }
}
