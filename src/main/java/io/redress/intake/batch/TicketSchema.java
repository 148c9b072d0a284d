package io.redress.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import io.redress.ticket.Ticket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The published schema of tickets, {@code config/schema/ticket-v1.schema.json}: what leaves the hub keeps to it. */
public final class TicketSchema {

    private final ObjectMapper json;
    private final JsonSchema schema;

    /** @throws UncheckedIOException when the file cannot be read */
    public TicketSchema(Path file, ObjectMapper json) {
        this.json = json;
        try {
            JsonNode source = json.readTree(Files.readString(file));
            schema = JsonSchemaFactory.getInstance(SpecVersionDetector.detect(source))
                    .getSchema(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException for a ticket that does not keep to it */
    public void check(Ticket ticket) {
        Set<ValidationMessage> problems = schema.validate(json.valueToTree(ticket));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the ticket breaks its schema at "
                    + problems.iterator().next().getInstanceLocation());
        }
    }
}
