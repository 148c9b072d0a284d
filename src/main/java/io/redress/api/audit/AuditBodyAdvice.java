package io.redress.api.audit;

import io.redress.api.Page;
import io.redress.audit.AuditedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * What {@link AuditInterceptor} cannot see: what a request's body says, before the operation begins; and what it answers, before a
 * byte of it is sent.
 */
@RestControllerAdvice
class AuditBodyAdvice extends RequestBodyAdviceAdapter implements ResponseBodyAdvice<Object> {

    private final AuditInterceptor log;

    AuditBodyAdvice(AuditInterceptor log) {
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        begin(body);
        return body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        begin(body);
        return body;
    }

    private void begin(@Nullable Object body) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            AuditedRequest audited = log.of(attributes.getRequest());
            if (audited != null) {
                about(audited, body);
                log.begin(audited);
            }
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest served
                && response instanceof ServletServerHttpResponse answer) {
            HttpServletRequest servlet = served.getServletRequest();
            AuditedRequest audited = log.of(servlet);
            if (audited != null) {
                end(audited, body, answer.getServletResponse().getStatus());
            }
        }
        return body;
    }

    private void end(AuditedRequest audited, @Nullable Object body, int status) {
        if (body instanceof ProblemDetail problem) {
            log.tryToEnd(audited, problem.getStatus()); // shows nothing, and must be told
            return;
        }
        about(audited, body);
        audited.rows(rows(body));
        log.end(audited, status);
    }

    private void about(AuditedRequest audited, @Nullable Object body) {
        if (body instanceof AuditedBody said) {
            audited.about(AuditTargets.of(said, log.marks()));
        }
    }

    private static @Nullable Long rows(@Nullable Object body) {
        if (body instanceof Page<?> page) {
            return (long) page.items().size();
        }
        return body instanceof Collection<?> all ? (Long) (long) all.size() : body == null ? null : (Long) 1L;
    }
}
