package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two customers wrote never becomes one complaint; what one customer wrote in several lines does not become two. */
class EventSplitterTest {

    private static final String LINE =
            "sourceKey: events.id, customer.handle: events.source.userId, complaint.text: events.message.text";

    @TempDir
    Path folder;

    /** Expected: the texts, those of one complaint with + between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // LINE: two customers
                LINE
                        + " | {to: 0, events: [{id: 1, source: {userId: a}, message: {text: x}}, {id: 2, source: {userId: b}, message: {text: y}}]} | x y",
                // two messages of one customer, each with a key of its own
                LINE
                        + " | {events: [{id: 1, source: {userId: a}, message: {text: x}}, {id: 2, source: {userId: a}, message: {text: y}}]} | x y",
                // entries that the names choose; the others are none
                "sourceKey: 'b[k=m].id', complaint.text: 'b[k=m].text'"
                        + " | {b: [{id: 1, k: m, text: x}, {id: 2, k: typing}, {id: 3, k: m, text: y}]} | x y",
                // answers of one form, each chosen by its own reference
                "customer.email: 'a[r=mail].text', customer.name: 'a[r=name].text', complaint.text: 'a[r=what].text'"
                        + " | {a: [{r: mail, text: a@example.com}, {r: name, text: A}, {r: what, text: x}]} | x",
                // the first of a list is nobody's event
                "sourceKey: 'b[0].id', complaint.text: 'b[0].text' | {b: [{id: 1, text: x}, {id: 2, text: y}]} | x",
                // one event
                LINE + " | {events: [{id: 1, source: {userId: a}, message: {text: x}}]} | x",
                LINE + " | {events: {id: 1, source: {userId: a}, message: {text: x}}} | x",
                LINE + " | {events: []} | ''",
                LINE + " | {events: 7} | ''",
                // an event without a text is one of its own, not part of the next
                LINE + " | {events: [{id: 1, type: follow}, {id: 2, message: {text: y}}]} | ' y'",
                // WhatsApp: lists within lists
                "sourceKey: entry.changes.value.messages.id, complaint.text: entry.changes.value.messages.text.body"
                        + " | {entry: [{changes: [{value: {messages: [{id: 1, text: {body: x}}, {id: 2, text: {body: y}}]}}, {value: {messages: [{id: 3, text: {body: z}}]}}]}, {changes: [{value: {messages: [{id: 4, text: {body: w}}]}}]}]} | x y z w",
                // Messenger: a key for each entry, whose messages belong together
                "sourceKey: entry.id, complaint.text: entry.messaging.text"
                        + " | {entry: [{id: 1, messaging: [{text: x}, {text: y}]}, {id: 2, messaging: [{text: z}]}]} | x+y z",
                // no key: the customers tell
                "customer.email: tickets.mail, complaint.text: tickets.text"
                        + " | {tickets: [{mail: a@example.com, text: x}, {mail: b@example.com, text: y}]} | x y",
                "customer.phone: [tickets.phone, tickets.mobile], complaint.text: tickets.text"
                        + " | {tickets: [{mobile: 13800138000, text: x}, {mobile: 13800138001, text: y}]} | x y",
                "customer.name: data.customer.name, complaint.text: data.text"
                        + " | {data: [{customer: {name: Ann}, text: x}, {customer: {name: Bob}, text: y}]} | x y",
                // no key, and one customer: lines of one complaint
                "customer.email: tickets.mail, complaint.text: tickets.text"
                        + " | {tickets: [{mail: a@example.com, text: x}, {mail: a@example.com, text: y}]} | x+y",
                // the key is the body's
                "sourceKey: id, complaint.text: messages.text | {id: 1, messages: [{text: x}, {text: y}]} | x+y",
                // lists that say nothing of who wrote
                "sourceKey: items.id, complaint.text: text | {text: x, items: [{id: 1}, {id: 2}]} | x",
                "customer.phone: data.phone, complaint.text: data.text | {data: {phone: [1, 2], text: x}} | x",
                "customer.handle: data.customer.id, complaint.text: data.messages.text"
                        + " | {data: {customer: {id: 1}, messages: [{text: x}, {text: y}]}} | x+y",
                // names as the mapping finds them: in any case
                "sourceKey: Events.ID, complaint.text: events.Text | {EVENTS: [{id: 1, text: x}, {id: 2, text: y}]} | x y",
            })
    void each_event_with_a_key_or_a_customer_of_its_own_is_a_complaint(String fields, String body, String texts)
            throws IOException {
        Mapping mapping = mapping(fields);

        List<String> complaints = mapping.divide(json(body)).stream()
                .map(part -> mapping.apply(new JsonSource(part, java.util.Map.of())))
                .map(mappingResult -> ((MappedFields) mappingResult).text().replace('\n', '+'))
                .toList();

        assertThat(String.join(" ", complaints)).isEqualTo(texts);
    }

    @Test
    void what_stands_beside_the_list_is_kept_with_each_event() throws IOException {
        var body = json("{to: 0, events: [{id: 1, message: {text: x}}, {id: 2, message: {text: y}}], at: 7}");

        assertThat(mapping(LINE).divide(body))
                .containsExactly(
                        json("{to: 0, events: [{id: 1, message: {text: x}}], at: 7}"),
                        json("{to: 0, events: [{id: 2, message: {text: y}}], at: 7}"));
    }

    @Test
    void a_body_that_would_fill_the_memory_is_not_divided() throws IOException {
        var body = json("{}");
        for (int n = 0; n < 400; n++) {
            body.put("member" + n, n);
            body.withArray("events")
                    .addObject()
                    .put("id", n)
                    .putObject("message")
                    .put("text", "x");
        }

        assertThat(mapping(LINE).divide(body)).isEmpty();
    }

    private Mapping mapping(String fields) throws IOException {
        return Mapping.read(Files.writeString(folder.resolve("mapping.yaml"), "fields: {" + fields.strip() + "}\n"));
    }

    /** JSON from YAML's shorter notation. */
    private static ObjectNode json(String yaml) throws IOException {
        var tree = new YAMLMapper().readTree(yaml);
        return UntrustedJson.read(tree.toString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
