package io.redress.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.ledger.StoredJson;
import io.redress.reply.SampleTicket;
import io.redress.ticket.Ticket;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketSchemaDocumentTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Ticket TICKET = SampleTicket.of("en", "Li", "Sofa", "The colour is another", "li@example.com");
    private static final String DOCUMENT = new StoredJson(JSON).written(TICKET);

    private static TicketSchema writing(Function<Ticket, String> writer) {
        return new TicketSchema(Path.of("config/schema/ticket-v1.schema.json"), JSON, writer);
    }

    @Test
    void the_text_that_was_checked_is_returned_unchanged() {
        assertThat(writing(ticket -> DOCUMENT).document(TICKET)).isSameAs(DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"number\":\"R-261121-7K3M9Q\"', '\"number\":\"7\"', $.number",
        "'\"priority\":\"normal\"', '\"priority\":\"later\"', $.triage.priority"
    })
    void a_ticket_that_breaks_the_schema_is_refused_with_the_place_but_not_the_value(
            String good, String bad, String place) {
        assertThat(DOCUMENT).contains(good);
        TicketSchema schema = writing(ticket -> DOCUMENT.replace(good, bad));

        assertThatThrownBy(() -> schema.document(TICKET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("at " + place);
    }
}
