package io.redress.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.IntakeFull;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hand-off: what a channel gives is on its queue when the route returns, or the channel has an exception to answer. */
class HandOffRoutesTest extends FlowTest {

    private final IntakeBackPressure backPressure = new IntakeBackPressure();

    @BeforeEach
    void start() throws Exception {
        bind(backPressure, "intakeBackPressure");
        load(Map.of(), "05-hand-off.camel.yaml");
        mockQueues();
        camel.start();
    }

    @ParameterizedTest
    @CsvSource({"email,intake.mail", "call-row,intake.files", "web-form,intake", "wecom,intake"})
    void an_arrival_goes_to_the_queue_of_its_format_as_json_and_stays_the_body(String format, String queue)
            throws Exception {
        RawMessage raw = arrival(format, null);
        queue(queue).expectedMessageCount(1);
        Object left = camel.createProducerTemplate().requestBody("direct:hand-off", raw);
        MockEndpoint.assertIsSatisfied(camel);
        assertThat(left).isSameAs(raw);
        byte[] sent = queue(queue).getExchanges().get(0).getMessage().getBody(byte[].class);
        assertThat(JSON.readTree(sent).path("id").asText()).isEqualTo(raw.id());
    }

    @Test
    void a_mail_carries_the_group_in_whose_order_it_is_read_and_no_header_of_its_sender() throws Exception {
        queue("intake.mail").expectedHeaderReceived("JMSXGroupID", "li@example.com");
        send("direct:hand-off", arrival("email", "li@example.com"), Map.of("CamelJmsDestinationName", "elsewhere"));
        MockEndpoint.assertIsSatisfied(camel);
        assertThat(queue("intake.mail").getExchanges().get(0).getMessage().getHeaders())
                .containsOnlyKeys("JMSXGroupID", "Content-Type"); // the latter is that of our JSON
    }

    @Test
    void while_the_gate_is_closed_nothing_is_sent_and_the_channel_is_told_so() throws Exception {
        backPressure.set("100000 arrivals wait");
        queue("intake").expectedMessageCount(0);
        assertThatThrownBy(() -> send("direct:hand-off", arrival("web-form", null), Map.of()))
                .hasCauseInstanceOf(IntakeFull.class);
        MockEndpoint.assertIsSatisfied(camel);
    }

    @Test
    void a_broker_that_fails_is_tried_once_and_is_the_channels_to_answer() throws Exception {
        queue("intake").expectedMessageCount(1);
        queue("intake").whenAnyExchangeReceived(exchange -> {
            throw new IOException("no broker");
        });
        assertThatThrownBy(() -> send("direct:hand-off", arrival("web-form", null), Map.of()))
                .hasCauseInstanceOf(IOException.class);
        MockEndpoint.assertIsSatisfied(camel);
    }
}
