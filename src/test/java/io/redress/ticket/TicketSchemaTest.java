package io.redress.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TicketSchemaTest {

    @Test
    void the_published_schema_has_every_member_of_a_product_and_requires_none() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("config/schema/ticket-v1.schema.json").toFile());
        JsonNode product = schema.path("properties").path("product");
        assertThat(product.path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Arrays.stream(Product.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(product.has("required")).isFalse();
    }
}
