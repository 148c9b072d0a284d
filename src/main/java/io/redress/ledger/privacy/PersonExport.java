package io.redress.ledger.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.redress.handoff.BlobStore;
import io.redress.handoff.Originals;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.ticket.TicketRows;
import io.redress.privacy.ExportIndex;
import io.redress.ticket.Attachment;
import io.redress.ticket.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything of a person as a ZIP: what was understood and done as JSON, what came in as it came, and a page that says what
 * is what. It is written as it is read, one file after the other.
 */
public final class PersonExport {

    /** What belongs to a ticket, by the name of its file. */
    private static final Map<String, String> PARTS = Map.of(
            "search",
            "select tsvector_to_array(words) as words from ticket_search where ticket_number = :number",
            "history",
            "select at, who, what, why, told from event where ticket_number = :number order by id",
            "updates",
            "select id, kind, happened_at, outcome, reason, body from ticket_update where ticket_number = :number"
                    + " order by arrived_at",
            "messages",
            "select kind, state, due_at, updated_at, argument from due_work where ticket_number = :number"
                    + " and kind in ('acknowledgement', 'message') order by due_at",
            "callbacks",
            "select c.*, (select jsonb_agg(to_jsonb(o)) from callback_outcome o where o.callback_id = c.id) as outcomes"
                    + " from callback c where ticket_number = :number order by created_at",
            "surveys",
            "select * from survey where ticket_number = :number order by decided_at",
            "deliveries",
            "select target, kind, text, status, state, planned_at, updated_at from delivery"
                    + " where ticket_number = :number order by seq");

    private final JdbcClient jdbc;
    private final ItemQueries items;
    private final Originals originals;
    private final BlobStore blobs;
    private final TicketRows tickets;
    private final ObjectMapper json;
    private final ObjectWriter pretty;
    private final Clock clock;

    public PersonExport(
            JdbcClient jdbc,
            ItemQueries items,
            Originals originals,
            BlobStore blobs,
            TicketRows tickets,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.originals = originals;
        this.blobs = blobs;
        this.tickets = tickets;
        this.json = json;
        this.pretty = json.writerWithDefaultPrettyPrinter();
        this.clock = clock;
    }

    /**
     * Writes the ZIP, and into each ticket's history that it was exported.
     *
     * @param by name of an API key
     */
    public void write(FoundPerson found, String by, OutputStream out) throws IOException {
        found.tickets()
                .forEach(ticket ->
                        tickets.happened(ticket.number(), new Event(clock.instant(), by, "exported", null), null));
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var index = new ExportIndex(clock.instant());
            for (FoundTicket ticket : found.tickets()) {
                index.ticket(ticket.number(), ticket.receivedAt(), ticket.channel(), ticket.status());
                ticket(zip, ticket);
            }
            for (UUID item : found.items()) {
                item(zip, item, index);
            }
            put(zip, "index.md", index.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void ticket(ZipOutputStream zip, FoundTicket ticket) throws IOException {
        String folder = "tickets/" + ticket.number() + "/";
        put(zip, folder + "ticket.json", pretty.writeValueAsBytes(ticket.document()));
        for (var part : PARTS.entrySet()) {
            byte[] rows = rows(part.getValue(), ticket.number());
            if (rows.length > 0) {
                put(zip, folder + part.getKey() + ".json", rows);
            }
        }
        int count = 0;
        for (Attachment attachment : ticket.document().complaint().attachments()) {
            String name = ++count + "-" + ExportIndex.fileName(attachment.name());
            put(zip, folder + "attachments/" + name, blobs.get(attachment.ref()));
        }
    }

    private void item(ZipOutputStream zip, UUID id, ExportIndex index) throws IOException {
        RawMessage raw = items.raw(id).orElse(null);
        if (raw == null) {
            return; // its original is no longer kept
        }
        index.item(raw.id(), raw.receivedAt(), raw.channel());
        put(zip, "arrivals/" + id + "/original" + ExportIndex.ending(raw.format()), originals.bytes(raw.original()));
        put(
                zip,
                "arrivals/" + id + "/arrival.json",
                pretty.writeValueAsBytes(Map.of(
                        "id", raw.id(),
                        "number", raw.number(),
                        "channel", raw.channel(),
                        "receivedAt", raw.receivedAt(),
                        "attributes", raw.attributes())));
    }

    private byte[] rows(String select, String number) throws JsonProcessingException {
        List<String> rows = jdbc.sql("select to_jsonb(part)::text from (" + select + ") part")
                .param("number", number)
                .query(String.class)
                .list();
        return rows.isEmpty()
                ? new byte[0]
                : pretty.writeValueAsBytes(json.readTree("[" + String.join(",", rows) + "]"));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
