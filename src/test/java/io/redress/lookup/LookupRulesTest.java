package io.redress.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupRulesTest {

    @TempDir
    Path config;

    @Test
    void without_the_file_nobody_is_asked() {
        assertThat(LookupRules.read(config).names()).isEmpty();
    }

    @Test
    void what_is_shipped_asks_the_crm_by_phone_or_address_and_the_erp_by_order_or_serial_number() {
        LookupRules shipped = LookupRules.read(Path.of("config"));
        var customer = new Customer(null, List.of("+8613812345678"), List.of("li@example.com"), List.of(), null);
        assertThat(shipped.rule("crm").orElseThrow().question(customer, Product.unknown()))
                .contains(new LookupRequest("crm", Map.of("phone", "+8613812345678", "email", "li@example.com")));
        assertThat(shipped.rule("erp").orElseThrow().question(customer, Product.unknown()))
                .isEmpty();
    }

    @Test
    void nobody_is_asked_about_by_a_phone_that_merely_stands_in_a_text() {
        LookupRules shipped = LookupRules.read(Path.of("config"));
        var writer = new Customer(
                null, List.of("+8613812345678"), List.of(), List.of(), null, null, List.of("+8613812345678"));
        assertThat(shipped.rule("crm").orElseThrow().question(writer, Product.unknown()))
                .isEmpty();
    }

    @Test
    void every_mistake_is_told_with_its_line_and_a_remedy() throws IOException {
        Files.createDirectory(config.resolve("mappings"));
        Files.writeString(config.resolve("mappings/there.yaml"), "");
        Files.writeString(LookupRules.file(config), """
                lookups:
                  Crm: {ask: [phone], mapping: there}
                  erp:
                    ask: [oderNo]
                    mapping: there
                  other:
                    ask: [email]
                  silent:
                    mapping: there
                """);
        var refused = catchThrowableOfType(InvalidConfiguration.class, () -> LookupRules.read(config));
        assertThat(refused.findings())
                .extracting(finding -> finding.line() + " " + finding.problem() + " → " + finding.remedy())
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("2 'Crm' is not the name"),
                        ask -> assertThat(ask)
                                .startsWith("4 nothing can be asked by 'oderNo' → did you mean 'orderNo'?"),
                        mapping -> assertThat(mapping).startsWith("6 lookup 'other' has no mapping 'other'"),
                        asks -> assertThat(asks).startsWith("8 lookup 'silent' is asked by nothing"));
    }

    @Test
    void a_question_shows_nobody_in_a_log() {
        assertThat(new LookupRequest("crm", Map.of("phone", "+8613812345678")).toString())
                .isEqualTo("crm by [phone]");
    }

    @Test
    void a_query_is_encoded() {
        assertThat(new LookupRequest("crm", Map.of("phone", "+86 1&x=2", "email", "ü@b")).query())
                .isEqualTo("email=%C3%BC%40b&phone=%2B86+1%26x%3D2");
    }
}
