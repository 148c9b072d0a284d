package io.redress.api.audit;

import io.redress.audit.AuditEntry;
import io.redress.audit.AuditLog;
import io.redress.audit.AuditMarks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place that takes down what is asked of the API and of pages of the console. An act has an entry before it, after the
 * check of permissions, and one after it; what is read has an entry before it is sent, by {@link AuditBodyAdvice}, or before a
 * page is made of it.
 */
@Component
class AuditInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditInterceptor.class);
    private static final int AFTER_THE_OTHERS = 100;
    private static final int BROKEN_OFF = 500;

    private final AuditLog log;
    private final AuditMarks marks;
    private final Clock clock;

    AuditInterceptor(AuditLog log, AuditMarks marks, Clock clock) {
        this.log = log;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(AFTER_THE_OTHERS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        AuditedRequest audited = of(request);
        if (audited != null
                && audited.operation().changes()
                && !audited.operation().hasBody()) {
            begin(audited);
        }
        return true;
    }

    /** Before a page is made; what is sent as it is has been taken down already. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        AuditedRequest audited = of(request);
        if (audited != null && !audited.operation().changes()) {
            end(audited, response.getStatus());
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        AuditedRequest audited = of(request);
        if (audited != null) {
            tryToEnd(audited, error == null ? response.getStatus() : BROKEN_OFF);
        }
    }

    /** The request with what its path and its parameters say; null when it leaves no entry. */
    @Nullable
    AuditedRequest of(HttpServletRequest request) {
        AuditedRequest audited = AuditedRequest.of(request);
        if (audited != null) {
            audited.about(AuditTargets.of(request, marks));
        }
        return audited;
    }

    AuditMarks marks() {
        return marks;
    }

    /** Keeps the entry before an act, or keeps the act from happening. */
    void begin(AuditedRequest audited) {
        write(audited.begin(clock.instant()));
    }

    /** Keeps the entry of what is about to be shown, or keeps it from being shown. */
    void end(AuditedRequest audited, int status) {
        try {
            write(audited.end(clock.instant(), status));
        } catch (RuntimeException e) {
            audited.notKept();
            throw e;
        }
    }

    /** Of what shows nothing, or is done already. */
    void tryToEnd(AuditedRequest audited, int status) {
        AuditEntry entry = audited.end(clock.instant(), status);
        try {
            write(entry);
        } catch (RuntimeException e) {
            LOG.error("The audit log could not be written: {}", entry, e);
        }
    }

    private void write(@Nullable AuditEntry entry) {
        if (entry != null) {
            try {
                log.write(entry);
            } catch (RuntimeException e) {
                throw AuditedRequest.unavailable(e);
            }
        }
    }
}
