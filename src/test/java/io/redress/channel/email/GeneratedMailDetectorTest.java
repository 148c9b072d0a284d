package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A program reads no acknowledgement, and may answer it with a mail of its own (RFC 3834, 2). */
class GeneratedMailDetectorTest {

    private static CanonicalComplaint complaint(String headers) {
        String mail = headers + "From: Sensor <sensor@iot.example>\nSubject: Alarm of freezer 12\n\nIt is too warm.\n";
        return (CanonicalComplaint) MailFixtures.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_device_gets_no_acknowledgement() {
        assertThat(complaint("Auto-Submitted: auto-generated\n").acknowledge()).isFalse();
        assertThat(complaint("Auto-Submitted: no\n").acknowledge()).isTrue();
    }

    @Test
    void the_customer_of_a_form_gets_one() {
        assertThat(complaint("Auto-Submitted: auto-generated\nReply-To: ada@customer.example\n")
                        .acknowledge())
                .isTrue();
    }
}
