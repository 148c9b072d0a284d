package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold for whatever a parser makes of whatever comes: it can be stored, found again and explained. */
final class ParserInvariants {

    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** Of one text; the longest that any channel takes is a mail's. */
    private static final int LONGEST = 25 * 1024 * 1024;

    /** A refusal is the end. */
    private static final Set<ItemState> NOT_ENDED =
            Set.of(ItemState.RECEIVED, ItemState.COLLECTING, ItemState.SET_ASIDE, ItemState.WAITING);

    private ParserInvariants() {}

    static RawMessage raw(String format, byte[] bytes, @Nullable String sourceKey, Map<String, String> attributes) {
        return new RawMessage(
                "01920000-0000-7000-8000-000000000001",
                "R-261124-7K9Q2M",
                "fuzzed",
                format,
                NOW,
                sourceKey,
                attributes,
                Original.inline(bytes));
    }

    static void check(NormalizationResult result) {
        if (result instanceof Refusal refusal) {
            assertThat(refusal.state()).as(refusal.reason()).isNotIn(NOT_ENDED);
            assertThat(refusal.reason()).isNotBlank();
            storable(refusal.reason());
        } else if (result instanceof ChatMessage message) {
            assertThat(message.conversation()).isNotEmpty();
            storable(message.sourceKey(), message.conversation(), message.text(), message.subject(), message.wants());
            storable(message.customer(), message.product());
            storable(message.sentAt());
        } else if (result instanceof CanonicalComplaint complaint) {
            assertThat(complaint.sourceKey()).isNotEmpty();
            storable(
                    complaint.sourceKey(),
                    complaint.complaint().subject(),
                    complaint.complaint().text(),
                    complaint.complaint().wants(),
                    complaint.complaint().language());
            complaint.references().forEach(ParserInvariants::storable);
            complaint.aliases().forEach(ParserInvariants::storable);
            complaint.evidence().forEach(file -> storable(file.name(), file.contentType()));
            storable(complaint.customer(), complaint.product());
            storable(complaint.complaint().occurredAt());
        }
    }

    private static void storable(Customer customer, Product product) {
        storable(customer.name(), customer.tier());
        customer.phones().forEach(ParserInvariants::storable);
        customer.emails().forEach(ParserInvariants::storable);
        customer.handles().forEach(ParserInvariants::storable);
        storable(product.name(), product.model(), product.serial(), product.orderNo(), product.warranty());
        storable(product.store());
        LocalDate bought = product.purchasedOn();
        assertThat(bought == null ? 2000 : bought.getYear()).isBetween(1, 9999);
    }

    private static void storable(@Nullable Instant time) {
        assertThat(time == null
                        || (time.isAfter(Instant.parse("0000-12-30T00:00:00Z"))
                                && time.isBefore(Instant.parse("+10000-01-02T00:00:00Z"))))
                .as("a database's time: " + time)
                .isTrue();
    }

    static void storable(@Nullable String... texts) {
        Arrays.stream(texts).forEach(text -> {
            if (text != null) {
                assertThat(text.length()).isLessThanOrEqualTo(LONGEST);
                assertThat(text.indexOf('\0')).as("NUL in a text").isNegative();
            }
        });
    }
}
