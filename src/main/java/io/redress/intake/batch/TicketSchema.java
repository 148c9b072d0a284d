package io.redress.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
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
import java.util.function.Function;

/** The published schema of tickets, {@code config/schema/ticket-v1.schema.json}: what leaves the hub keeps to it. */
public final class TicketSchema {

    private final Function<Ticket, String> writer;
    private final JsonSchema schema;

    /**
     * The schema in a file.
     *
     * @param json reads it
     * @param writer writes a ticket as JSON
     * @throws UncheckedIOException when the file cannot be read
     */
    public TicketSchema(Path file, ObjectMapper json, Function<Ticket, String> writer) {
        this.writer = writer;
        try {
            JsonNode source = json.readTree(Files.readString(file));
            schema = JsonSchemaFactory.getInstance(SpecVersionDetector.detect(source))
                    .getSchema(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a ticket as JSON and checks it against the schema.
     *
     * @throws IllegalStateException for a ticket that does not keep to the schema
     */
    public String document(Ticket ticket) {
        String document = writer.apply(ticket);
        Set<ValidationMessage> problems = schema.validate(document, InputFormat.JSON);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the ticket breaks its schema at "
                    + problems.iterator().next().getInstanceLocation());
        }
        return document;
    }
}
