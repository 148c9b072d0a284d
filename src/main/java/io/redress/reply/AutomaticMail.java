package io.redress.reply;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the hub's own making, marked so that no machine answers it (RFC 3834): plain text and HTML in UTF-8. Nothing
 * that came from a customer reaches a header unchecked.
 *
 * @param unsubscribe where its reader refuses further mails of its kind with one click (RFC 8058); null for mails that
 *     belong to the ticket
 */
record AutomaticMail(
        ReplySender sender,
        MailTemplates.Words words,
        String messageId,
        @Nullable String unsubscribe) {

    /** Made once: it looks through every library for mail providers. It holds no settings and no connection. */
    static final Session SESSION = Session.getInstance(new Properties());

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]{1,400}>");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /** Empty when the recipient is not an address. */
    Optional<OutgoingMail> to(String recipient, @Nullable String answers, Instant now) {
        if (!ADDRESS.matcher(recipient).matches()) {
            return Optional.empty();
        }
        try {
            MimeMessage mail = message();
            mail.setFrom(
                    new InternetAddress(sender.address(), sender.name().isEmpty() ? null : sender.name(), "UTF-8"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
            mail.setSubject(words.subject().replaceAll("[\\p{Cntrl}]+", " "), "UTF-8");
            mail.setSentDate(Date.from(now));
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("Precedence", "auto_reply");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setHeader("X-Redress-Hub", sender.domain());
            if (unsubscribe != null) {
                mail.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            if (answers != null && MESSAGE_ID.matcher(answers).matches()) {
                mail.setHeader("In-Reply-To", answers);
                mail.setHeader("References", answers);
            }
            mail.setContent(alternative());
            mail.saveChanges();
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return Optional.of(new OutgoingMail(messageId, recipient, bytes.toByteArray()));
        } catch (AddressException e) {
            return Optional.empty();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException("every Java has UTF-8", e);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail in memory could not be written", e);
        }
    }

    private MimeMultipart alternative() throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(words.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(words.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Saving would give it a new Message-ID each time. */
    private MimeMessage message() {
        String stable = messageId;
        return new MimeMessage(SESSION) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", stable);
            }
        };
    }
}
