package io.redress.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.redress.privacy.Masking;
import java.util.Iterator;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The last line of defence: whatever is logged, by us or by a library, has its phone, identity and bank card numbers
 * masked, and cannot look like another line of the log ({@link LogSanitizer}). Works on every pattern of the appenders that
 * Spring Boot or a configuration of the shop's made; on JSON, which escapes by itself, as {@link Json}.
 */
final class LogMasking implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> MESSAGES = List.of("m", "msg", "message");
    private static final List<String> EXCEPTIONS =
            List.of("ex", "exception", "throwable", "xEx", "xException", "xThrowable", "wex", "wEx");

    /** After Spring Boot has set up the appenders. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            for (Logger logger : context.getLoggerList()) {
                for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
                    mask(all.next());
                }
            }
        }
    }

    private static void mask(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> out
                && out.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder
                && encoder.getLayout() instanceof PatternLayout layout) {
            MESSAGES.forEach(word -> layout.getInstanceConverterMap().put(word, Message::new));
            EXCEPTIONS.forEach(word -> layout.getInstanceConverterMap().put(word, Stack::new));
            layout.stop();
            layout.start(); // reads the pattern again
        }
    }

    /** A message, masked. */
    static final class Message extends MessageConverter {

        @Override
        public String convert(ILoggingEvent event) {
            return LogSanitizer.message(Masking.all().mask(super.convert(event)));
        }
    }

    /** A stack trace, masked. */
    static final class Stack extends ExtendedWhitespaceThrowableProxyConverter {

        @Override
        protected String throwableProxyToString(IThrowableProxy thrown) {
            return LogSanitizer.stack(Masking.all().mask(super.throwableProxyToString(thrown)));
        }
    }

    /** Masks log lines that are JSON; named by {@code logging.structured.json.customizer}. */
    static final class Json implements StructuredLoggingJsonMembersCustomizer<Object> {

        @Override
        public void customize(JsonWriter.Members<Object> members) {
            members.applyingValueProcessor(JsonWriter.ValueProcessor.of(
                    String.class, text -> Masking.all().maskOrNull(text)));
        }
    }
}
