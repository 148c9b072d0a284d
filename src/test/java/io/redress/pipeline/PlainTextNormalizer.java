package io.redress.pipeline;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A format for these tests: the text is the complaint, but for two words; mobile numbers in it are its customer's. */
@TestConfiguration
public class PlainTextNormalizer {

    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");

    @Bean
    public Normalizer plain() {
        return new Normalizer() {
            @Override
            public String format() {
                return "plain";
            }

            @Override
            public NormalizationResult read(RawMessage raw, byte[] original) {
                String text = new String(original, StandardCharsets.UTF_8);
                if (text.equals("break")) {
                    throw new IllegalStateException("a bug of ours");
                }
                if (text.equals("invalid")) {
                    return new Refusal(ItemState.INVALID, "nothing in it", raw.sourceKey(), List.of());
                }
                return new CanonicalComplaint(
                        "web-form",
                        String.valueOf(raw.sourceKey()),
                        new Customer(null, PHONES.mobilesIn(text), List.of(), List.of(), null),
                        Product.unknown(),
                        new Complaint(null, text, "en", null, null, List.of()),
                        List.of(),
                        List.copyOf(TicketNumber.namedIn(text)),
                        List.of(),
                        false,
                        SenderVerification.UNPROVED);
            }
        };
    }
}
