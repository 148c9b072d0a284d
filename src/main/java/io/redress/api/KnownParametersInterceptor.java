package io.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that an operation of the API does not have, as a filter with a typo would silently list everything; and
 * parameters that are given twice, as a proxy and the hub might each look at another of the two.
 */
@Component
class KnownParametersInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/openapi.json");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            Set<String> known = known(operation.getMethod());
            for (var parameter : request.getParameterMap().entrySet()) {
                String name = parameter.getKey();
                if (parameter.getValue().length > 1) {
                    throw new InvalidParameterException(name, "'" + name + "' is given more than once; give it once");
                }
                if (!known.contains(name)) {
                    throw new InvalidParameterException(
                            name,
                            "there is no parameter '" + name + "' here; "
                                    + (known.isEmpty() ? "there are none" : "there are " + String.join(", ", known)));
                }
            }
        }
        return true;
    }

    private static Set<String> known(Method operation) {
        var names = new TreeSet<String>();
        for (Class<?> type : operation.getParameterTypes()) {
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }
}
