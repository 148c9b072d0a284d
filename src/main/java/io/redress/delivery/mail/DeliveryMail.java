package io.redress.delivery.mail;

import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.reply.OutgoingMail;
import io.redress.reply.Reply;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

/** A delivery as a mail to one mailbox of a target's. */
public final class DeliveryMail {

    private static final Session SESSION = Session.getInstance(new Properties());

    private String to = "";
    private String from = "";

    public void setTo(String to) {
        this.to = to;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** The mail, whose Message-ID is the delivery's, and which no machine answers (RFC 3834). */
    public Reply mail(Delivery delivery) {
        String id = "<delivery." + delivery.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        try {
            var mail = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            mail.setFrom(new InternetAddress(from, true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(subject(delivery), "UTF-8");
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setText(text(delivery.fields()), "UTF-8");
            mail.saveChanges();
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return Reply.by("target " + delivery.target(), new OutgoingMail(id, to, bytes.toByteArray()));
        } catch (AddressException e) {
            throw new TargetRefused("'" + to + "' or '" + from + "' is not an address: fix the target's file");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail in memory could not be written", e);
        }
    }

    private static String subject(Delivery delivery) {
        Object subject = delivery.fields().getOrDefault("subject", delivery.kind());
        String plain = String.valueOf(subject).replaceAll("[\\p{Cntrl}]+", " ");
        String number = delivery.ticket().number();
        return plain.contains(number) ? plain : "[" + number + "] " + plain;
    }

    private static String text(Map<String, Object> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.equals("subject")) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return text.toString();
    }
}
