package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.language.ThankYouDetector;
import io.redress.ticket.Customer;
import io.redress.ticket.TicketNumber;
import java.util.Objects;

/**
 * What a follow-up says.
 *
 * @param thanks whether it is a mere thank-you: who sends a file has something to show
 */
record FollowUpText(String text, boolean thanks) {

    static FollowUpText in(CanonicalComplaint complaint) {
        return of(
                complaint.complaint().text(),
                complaint.customer(),
                complaint.evidence().isEmpty() && complaint.media().isEmpty());
    }

    static FollowUpText in(ChatMessage message) {
        return of(
                message.text(),
                message.customer(),
                message.evidence().isEmpty() && message.media().isEmpty());
    }

    private static FollowUpText of(String text, Customer customer, boolean alone) {
        String words = text;
        for (String number : TicketNumber.namedIn(text)) {
            words = words.replace(number, " ");
        }
        return new FollowUpText(text, alone && ThankYouDetector.isAll(words, Objects.toString(customer.name(), "")));
    }
}
