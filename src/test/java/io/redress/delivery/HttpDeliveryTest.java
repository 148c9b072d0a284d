package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/http.camel.yaml")
class HttpDeliveryTest extends DeliveryContract {

    private static final FaultyServer SERVER = new FaultyServer();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("faulty.url", SERVER::url);
    }

    @AfterAll
    static void close() throws Exception {
        SERVER.close();
    }

    @Override
    FaultyTarget target() {
        return SERVER;
    }

    @Override
    Set<TargetFault> possible() {
        return EnumSet.allOf(TargetFault.class);
    }

    @Test
    void each_request_carries_the_same_idempotency_key_at_every_attempt() {
        SERVER.headers.clear();
        SERVER.fail(TargetFault.ERROR, 2);
        String number = opened();
        awaitDeliveredInTime(number);
        assertThat(SERVER.headers)
                .hasSize(3)
                .extracting(head -> head.get("idempotency-key"))
                .containsOnly(jdbc.sql("select id::text from delivery where ticket_number = ?")
                        .param(number)
                        .query(String.class)
                        .single());
    }
}
