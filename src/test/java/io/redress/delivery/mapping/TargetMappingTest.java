package io.redress.delivery.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.delivery.Delivery;
import io.redress.delivery.SampleDeliveries;
import io.redress.delivery.TargetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetMappingTest {

    private static final String EXAMPLE = "\nexample: {given: {number: R-1}, expected: {ref: R-1}}\n";

    @TempDir
    Path folder;

    @Test
    void a_target_gets_the_fields_of_its_file_and_of_the_ticket_only_what_it_receives() throws IOException {
        TargetMapping mapping = of("""
                receives: [number, customer.phones, triage.priority, complaint.text]
                fields:
                  ref: number
                  phones: {from: customer.phones, join: "; "}
                  first: customer.phones.0
                  /case/level: {from: triage.priority, values: {urgent: 2}, else: 3}
                  text: {from: complaint.text, longest: 8}
                  source: {constant: hub}
                example: {given: {number: R-1}, expected: {ref: R-1, case: {level: 3}, source: hub}}
                """);
        Delivery delivery = mapping.applied(SampleDeliveries.delivery(Delivery.TICKET, 1, null));
        assertThat(delivery.fields())
                .isEqualTo(Map.of(
                        "ref",
                        "R-260701-7K9Q2M",
                        "phones",
                        "+8613800138000; +8613900139000",
                        "first",
                        "+8613800138000",
                        "case",
                        Map.of("level", 2),
                        "text",
                        "The door",
                        "source",
                        "hub"));
        assertThat(delivery.ticket().customer().name()).isNull();
        assertThat(delivery.ticket().customer().emails()).isEmpty();
        assertThat(delivery.ticket().triage().reasons()).isEmpty();
        assertThat(delivery.ticket().complaint().text()).isEqualTo("The door does not close.");
    }

    @Test
    void a_masked_field_shows_no_number_of_the_customer() throws IOException {
        TargetMapping mapping = of("""
                receives: [number, customer.phones, complaint.text]
                fields:
                  ref: {from: number, mask: true}
                  phones: {from: customer.phones, mask: true}
                  joined: {from: customer.phones, join: "; ", mask: true}
                  line: {template: "{number}: {customer.phones}", mask: true}
                  open: customer.phones.0
                example: {given: {number: R-1}, expected: {ref: R-1, line: "R-1:"}}
                """);
        Delivery delivery = mapping.applied(SampleDeliveries.delivery(Delivery.TICKET, 1, null));
        assertThat(delivery.fields())
                .isEqualTo(Map.of(
                        "ref",
                        "R-260701-7K9Q2M",
                        "phones",
                        java.util.List.of("+86138****8000", "+86139****9000"),
                        "joined",
                        "+86138****8000; +86139****9000",
                        "line",
                        "R-260701-7K9Q2M: +86138****8000, +86139****9000",
                        "open",
                        "+8613800138000"));
    }

    @Test
    void times_are_written_in_the_targets_form_and_zone() throws IOException {
        TargetMapping mapping = of("""
                receives: [receivedAt]
                fields: {at: {from: receivedAt, time: "dd.MM.yyyy HH:mm", zone: Asia/Shanghai}}
                example: {given: {receivedAt: "2026-07-01T08:00:00Z"}, expected: {at: "01.07.2026 16:00"}}
                """);
        assertThat(mapping.applied(SampleDeliveries.delivery(Delivery.TICKET, 1, null))
                        .fields())
                .containsEntry("at", "01.07.2026 16:00");
    }

    @Test
    void names_of_months_are_english_whatever_the_language_of_the_machine() throws IOException {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try {
            TargetMapping mapping = of("""
                    receives: [receivedAt]
                    fields: {at: {from: receivedAt, time: "d MMM yyyy"}}
                    example: {given: {receivedAt: "2026-07-01T08:00:00Z"}, expected: {at: 1 Jul 2026}}
                    """);
            assertThat(mapping.applied(SampleDeliveries.delivery(Delivery.TICKET, 1, null))
                            .fields())
                    .containsEntry("at", "1 Jul 2026");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void a_ticket_without_a_required_value_is_refused() throws IOException {
        TargetMapping mapping = of("""
                receives: [number, product.serial]
                fields: {ref: number, serial: {from: product.serial, required: true}}
                example: {given: {number: R-1, product: {serial: S}}, expected: {ref: R-1, serial: S}}
                """);
        assertThatThrownBy(() -> mapping.applied(SampleDeliveries.delivery(Delivery.TICKET, 1, null)))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("serial");
    }

    @Test
    void each_mistake_is_told_with_its_line_and_a_remedy() {
        assertThat(findings("receives: [number]\nfields:\n  ref: number\n  who: customer.name" + EXAMPLE))
                .containsExactly("4 field 'who' uses customer.name, which the target does not receive");
        assertThat(findings("receives: [number, custmer.name]\nfields: {ref: number}" + EXAMPLE))
                .containsExactly("1 there is no canonical path 'custmer.name'");
        assertThat(findings("receives: [number]\nfields: {ref: numer}" + EXAMPLE))
                .containsExactly("2 there is no canonical path 'numer'");
        assertThat(findings("receives: [number]\nfields:\n  ref: {from: number, longst: 3}" + EXAMPLE))
                .containsExactly("3 unknown key 'longst'");
        assertThat(findings("receives: [number]\nfields: {ref: number}\nstates: {done: solvd}" + EXAMPLE))
                .containsExactly("3 there is no update 'solvd'");
        assertThat(findings("receives: [number]\nfields: {ref: {constant: x}}" + EXAMPLE))
                .containsExactly("3 the example gives {\"ref\":\"x\"}");
        assertThat(findings("receives: [number]\nfields: {ref: number}")).containsExactly("1 there is no example");
    }

    @Test
    void a_mistake_in_a_field_is_told_with_what_was_probably_meant() throws IOException {
        assertThat(findings("receives: [number]\nfields: {ref: {from: number, zone: Asia/Shangai}}" + EXAMPLE))
                .containsExactly("2 unknown zone 'Asia/Shangai'");
        assertThatThrownBy(() -> of("receives: [number]\nfields: {ref: {frm: number}}" + EXAMPLE))
                .isInstanceOfSatisfying(InvalidConfiguration.class, e -> assertThat(e.findings())
                        .singleElement()
                        .satisfies(one -> assertThat(one.remedy()).contains("did you mean 'from'?")));
        assertThat(findings("receives: [number]\nfields: {ref: {from: number, time: yyyy-QQQQQQ}}" + EXAMPLE))
                .containsExactly("2 'yyyy-QQQQQQ' is not a pattern for times");
        assertThat(findings("receives: [number]\nfields: {ref: }" + EXAMPLE))
                .containsExactly("2 field 'ref' cannot be read");
        assertThat(findings("receives: [number]\nfields: {ref: {join: x}}" + EXAMPLE))
                .containsExactly("2 field 'ref' gets its value from nowhere");
    }

    @Test
    void what_a_target_can_receive_is_what_the_schema_says() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("config/schema/target-mapping.schema.json").toFile());

        assertThat(schema.at("/properties/receives/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(CanonicalPath.KNOWN);
    }

    private List<String> findings(String text) {
        try {
            of(text);
            return List.of();
        } catch (InvalidConfiguration e) {
            assertThat(e.findings()).allSatisfy(one -> assertThat(one.remedy()).isNotBlank());
            return e.findings().stream().map(TargetMappingTest::shown).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String shown(Finding finding) {
        return finding.line() + " " + finding.problem();
    }

    private TargetMapping of(String text) throws IOException {
        return TargetMapping.read(Files.writeString(folder.resolve("crm.yaml"), text));
    }
}
