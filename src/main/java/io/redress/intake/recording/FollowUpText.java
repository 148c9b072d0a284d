package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.MediaReference;
import io.redress.language.ThankYouDetector;
import io.redress.ticket.Customer;
import io.redress.ticket.TicketNumber;
import java.util.List;
import java.util.Objects;

/**
 * What a follow-up says.
 *
 * @param thanks whether it is a mere thank-you: who sends a file has something to show
 * @param media files that its platform keeps
 */
record FollowUpText(String text, boolean thanks, List<MediaReference> media) {

    static FollowUpText in(CanonicalComplaint complaint) {
        return of(
                complaint.complaint().text(),
                complaint.customer(),
                complaint.evidence().isEmpty(),
                complaint.media());
    }

    static FollowUpText in(ChatMessage message) {
        return of(message.text(), message.customer(), message.evidence().isEmpty(), message.media());
    }

    private static FollowUpText of(String text, Customer customer, boolean withoutFiles, List<MediaReference> media) {
        String words = text;
        for (String number : TicketNumber.namedIn(text)) {
            words = words.replace(number, " ");
        }
        boolean alone = withoutFiles && media.isEmpty();
        return new FollowUpText(
                text, alone && ThankYouDetector.isAll(words, Objects.toString(customer.name(), "")), media);
    }
}
