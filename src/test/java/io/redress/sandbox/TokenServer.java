package io.redress.sandbox;

import io.redress.channel.mailbox.oauth.EmulatedTokenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Microsoft's token server on loopback: the sandbox's mailbox and mail server are opened by its tokens. */
final class TokenServer implements AutoCloseable {

    private static final int HOUR = 3600;

    private final EmulatedTokenServer server;

    private TokenServer(EmulatedTokenServer server) {
        this.server = server;
    }

    static TokenServer start() {
        try {
            var server = new EmulatedTokenServer();
            server.answers(
                    n -> EmulatedTokenServer.token(MailServer.PASSWORD, HOUR)); // GreenMail compares it with that
            return new TokenServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a shop at Microsoft 365 writes into config/application.yaml and config/secrets. */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (String login : new String[] {"mailbox", "mail-server"}) {
            settings.put(login + ".oauth", "microsoft365");
            settings.put(login + ".username", MailServer.ADDRESS);
            settings.put(login + ".password", "");
            settings.put(login + ".authority", server.url());
            settings.put(login + ".tenant-id", "sandbox");
            settings.put(login + ".client-id", "redress");
            settings.put(login + ".client-secret", "sandbox");
        }
        return settings;
    }

    @Override
    public void close() {
        server.close();
    }
}
