package io.redress.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    @Test
    void an_error_is_reported_and_not_what_camel_wraps_it_in() {
        var error = new OutOfMemoryError("Java heap space");
        var wrapped = new CamelExecutionException("failed", new DefaultExchange(new DefaultCamelContext()), error);
        assertThat(FailureReport.cause(wrapped)).isSameAs(error);
        var own = new IllegalStateException("a", new RuntimeException("b"));
        assertThat(FailureReport.cause(own)).isSameAs(own);
    }
}
