package io.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.lifecycle.ParsedUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends OpsHub {

    @Test
    void the_document_is_public_and_lists_every_operation() throws Exception {
        JsonNode document = document();
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/figures",
                        "/api/search",
                        "/api/tickets",
                        "/api/tickets/{number}",
                        "/api/items",
                        "/api/items/{id}",
                        "/api/items/{id}/original",
                        "/api/items/{id}/replay",
                        "/api/queues",
                        "/api/queues/{name}/messages",
                        "/api/queues/{name}/messages/{id}",
                        "/api/queues/{name}/replay",
                        "/api/queues/{name}/discard",
                        "/api/queues/{name}/discarded",
                        "/api/tickets/export",
                        "/api/tickets/{number}/attachments/{place}",
                        "/api/tickets/{number}/updates",
                        "/api/channels",
                        "/api/routes");
    }

    @Test
    void every_operation_and_parameter_is_described_and_every_reference_leads_somewhere() throws Exception {
        JsonNode document = document();
        List<String> bare = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            if (operation.path("summary").asText().isEmpty()
                    || operation.path("responses").path("401").isMissingNode()) {
                bare.add(path.getKey());
            }
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("description").asText().isEmpty()) {
                    bare.add(path.getKey() + " " + parameter.path("name").asText());
                }
            });
        }));
        assertThat(bare).isEmpty();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        assertThat(names(document, "/api/tickets"))
                .containsExactlyInAnyOrder(
                        "category",
                        "priority",
                        "status",
                        "channel",
                        "review",
                        "from",
                        "to",
                        "phone",
                        "mail",
                        "order",
                        "text",
                        "q",
                        "size",
                        "cursor");
        assertThat(names(document, "/api/tickets/export"))
                .contains("format", "phone")
                .doesNotContain("size", "cursor");
        assertThat(document.at("/components/schemas/TicketUpdate/properties").fieldNames())
                .toIterable()
                .contains("tell-customer")
                .containsAll(ParsedUpdate.MEMBERS);
    }

    @Test
    void the_key_is_the_documents_security() throws Exception {
        assertThat(document().at("/components/securitySchemes/key/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document().path("security").toString()).contains("key");
    }

    private static List<String> names(JsonNode document, String path) {
        List<String> names = new ArrayList<>();
        document.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private JsonNode document() throws Exception {
        var answer = send(request("/api/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return read(answer);
    }
}
