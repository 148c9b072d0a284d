package io.redress.privacy;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.NormalizationResult;
import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.Customer;
import java.nio.charset.StandardCharsets;

/** Whether an arrival that opened no ticket is a person's. */
public final class PersonMatcher {

    private final PersonValue value;
    private final TraceSearch traceSearch;

    public PersonMatcher(PersonValue value, PhoneNumbers phones) {
        this.value = value;
        this.traceSearch = new TraceSearch(value.spellings(phones));
    }

    /** By what its normalizer read; where that is nothing, by what its bytes may stand for. */
    public boolean in(NormalizationResult result, byte[] original) {
        if (result instanceof CanonicalComplaint complaint) {
            return is(complaint.customer());
        }
        if (result instanceof ChatMessage message) {
            return is(message.customer());
        }
        return PossibleDecodings.texts(original).stream()
                .anyMatch(text -> traceSearch.in(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a customer is known by the value. */
    public boolean is(Customer customer) {
        return switch (value.kind()) {
            case PHONE ->
                customer.statedPhones().stream()
                        .map(PersonValue::withoutExtension)
                        .anyMatch(value.text()::equals);
            case MAIL -> customer.emails().stream().anyMatch(value.text()::equalsIgnoreCase);
            case HANDLE -> customer.handles().contains(value.text());
            case NUMBER -> false;
        };
    }
}
