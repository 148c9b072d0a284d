package io.redress.cli.mailbox;

import io.redress.channel.mailbox.oauth.BrowserAuthorization;
import io.redress.channel.mailbox.oauth.Consent;
import io.redress.channel.mailbox.oauth.DeviceAuthorization;
import io.redress.channel.mailbox.oauth.LoopbackRedirect;
import io.redress.channel.mailbox.oauth.OAuthClient;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.Pause;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has a person agree: by a code where the provider has that, else in a browser. */
final class ConsentDialogue {

    private static final int MINUTES = 15;

    private final Terminal terminal;
    private final Clock clock;
    private final Pause pause;

    ConsentDialogue(Terminal terminal, Clock clock, Pause pause) {
        this.terminal = terminal;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws OAuthFailure when there is no consent */
    Consent with(OAuthClient client, String username) throws IOException, InterruptedException {
        if (!client.provider().deviceAuthorizationUrl().isEmpty()) {
            return new DeviceAuthorization(client, clock, pause).consent(code -> {
                terminal.out().println("Open " + code.address());
                terminal.out().println("and enter the code " + code.code());
                terminal.out()
                        .println("Give consent as " + username + " within "
                                + code.expiresIn().toMinutes() + " minutes.");
            });
        }
        if (!client.provider().authorizationUrl().isEmpty()) {
            return inBrowser(client, username);
        }
        String file = "config/oauth/" + client.provider().name() + ".yaml";
        throw new OAuthFailure(
                file + " says neither deviceAuthorizationUrl nor authorizationUrl",
                "Add one of them, or write a refresh token into the file config/secrets/" + client.prefix()
                        + ".refresh-token yourself",
                "");
    }

    private Consent inBrowser(OAuthClient client, String username) throws IOException, InterruptedException {
        try (var redirect = new LoopbackRedirect()) {
            var request = new BrowserAuthorization(client, redirect.uri(), username);
            var answers = new LinkedBlockingQueue<String>();
            redirect.start(request::isAnswer, answers::add);
            terminal.out().println("Open this address in a browser, and give consent as " + username + ":");
            terminal.out().println();
            terminal.out().println(request.address());
            terminal.out().println();
            terminal.out()
                    .println(
                            "If the browser runs on another machine, it ends at a page that it cannot open. Then paste the"
                                    + " address of that page here, and press Enter:");
            terminal.lines(line -> {
                if (!line.isBlank()) {
                    answers.add(line);
                }
            });
            @Nullable String answer = answers.poll(MINUTES, TimeUnit.MINUTES);
            if (answer == null) {
                throw new OAuthFailure(
                        "Nobody gave consent within " + MINUTES + " minutes", "Run the command again", "");
            }
            return request.consent(answer);
        }
    }
}
