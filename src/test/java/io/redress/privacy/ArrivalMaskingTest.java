package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalMaskingTest {

    private static final String TEXT = "退款到卡号6222021234567890128，身份证440524198001010013，电话13800138000";
    private static final String MASKED = "退款到卡号***************0128，身份证**************0013，电话13800138000";
    private static final ArrivalFile PHOTO =
            new ArrivalFile("身份证440524198001010013 13800138000.jpg", "image/jpeg", new byte[1]);

    private final ArrivalMasking masking = new ArrivalMasking(EnumSet.of(MaskedKind.BANK_CARD, MaskedKind.ID_CARD));

    @Test
    void a_complaint_keeps_the_phone_and_loses_card_and_identity() {
        var masked = (CanonicalComplaint) masking.mask(complaint());
        assertThat(masked.complaint().text()).isEqualTo(MASKED);
        assertThat(masked.complaint().subject()).isEqualTo("卡 ************1111");
        assertThat(masked.customer().phones()).containsExactly("+8613800138000");
        assertThat(masked.evidence().get(0).name()).isEqualTo("身份证**************0013 138****8000.jpg");
        assertThat(masked.evidence().get(0).bytes()).isSameAs(PHOTO.bytes());
    }

    @Test
    void so_does_a_chat_message() {
        var message = new ChatMessage(
                "1",
                "c",
                Customer.unknown(),
                Product.unknown(),
                null,
                TEXT,
                null,
                Instant.EPOCH,
                List.of(PHOTO),
                List.of(),
                Duration.ofSeconds(90),
                SenderVerification.UNPROVED);
        assertThat(((ChatMessage) masking.mask(message)).text()).isEqualTo(MASKED);
    }

    @Test
    void a_refusal_passes_and_without_kinds_so_does_everything() {
        var refusal = new Refusal(ItemState.BOUNCE, "a bounce", null, List.of());
        assertThat(masking.mask(refusal)).isSameAs(refusal);
        assertThat(new ArrivalMasking(Set.of()).mask(complaint())).isEqualTo(complaint());
    }

    private static CanonicalComplaint complaint() {
        return new CanonicalComplaint(
                "web-form",
                "1",
                new Customer(null, List.of("+8613800138000"), List.of(), List.of(), null),
                Product.unknown(),
                new Complaint("卡 4111111111111111", TEXT, "zh-Hans", null, null, List.of()),
                List.of(PHOTO),
                List.of(),
                List.of(),
                true,
                SenderVerification.UNPROVED);
    }
}
