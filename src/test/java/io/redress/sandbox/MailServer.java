package io.redress.sandbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** A mail server on loopback with the shop's mailbox. Mail for anybody else is taken too: it stays here. */
public final class MailServer implements AutoCloseable {

    public static final String ADDRESS = "complaints@redress.test";
    public static final String PASSWORD = "redress";

    private final GreenMail server;

    public MailServer(int smtpPort, int imapPort) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.setUser(ADDRESS, ADDRESS, PASSWORD);
        server.start();
    }

    /** Sends a mail to the shop's mailbox as it stands, byte for byte, by SMTP. */
    public void send(byte[] mail) {
        send(ADDRESS, mail);
    }

    /** Sends a mail to any mailbox of this server. */
    public void send(String recipient, byte[] mail) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", server.getSmtp().getPort());
        properties.put("mail.smtp.allow8bitmime", "true");
        try {
            var session = Session.getInstance(properties);
            var message = new MimeMessage(session, new ByteArrayInputStream(mail));
            try (Transport smtp = session.getTransport("smtp")) {
                smtp.connect();
                // not Transport.send, which would give the mail another Message-ID
                smtp.sendMessage(message, new InternetAddress[] {new InternetAddress(recipient)});
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("the sandbox's own mail server did not take a mail", e);
        }
    }

    public GreenMail server() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
