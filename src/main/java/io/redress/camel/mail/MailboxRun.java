package io.redress.camel.mail;

import io.redress.channel.mailbox.AbortableSocketFactory;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailFolders;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.poll.MailboxPoll;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox is polled with from one start of its channel to the next stop. A poll that outlives the stop, such as one that
 * waits for a token or for the database, gets no connection after it, and nothing that it fetched is taken.
 */
final class MailboxRun implements MailFolders {

    private final ExecutorServiceManager threads;
    private final ScheduledExecutorService clockwork;
    private final AbortableSocketFactory sockets;
    private final MailFolders mailbox;
    private final MailHandOff handOff;
    private final List<MailboxPoll> polls;
    private volatile boolean stopping;
    private volatile boolean over;

    /**
     * A run that has not begun.
     *
     * @param refusal hands a mail to its route: why the route does not have it; null when it does
     * @param route its id
     */
    MailboxRun(
            MailServerEndpoint endpoint,
            List<MailboxSettings> folders,
            Session session,
            AbortableSocketFactory sockets,
            Function<FetchedMail, @Nullable String> refusal,
            String route) {
        MailboxServices services = endpoint.services();
        this.threads = endpoint.getCamelContext().getExecutorServiceManager();
        this.clockwork = threads.newSingleThreadScheduledExecutor(this, "MailTimeLimit");
        this.sockets = sockets;
        this.mailbox = endpoint.mailbox(session, sockets, clockwork);
        this.handOff = new MailHandOff(
                endpoint.channel(),
                services.transaction(),
                refusal,
                () -> ChannelSteps.areHandOffOnly(endpoint.getCamelContext(), route));
        this.polls = folders.stream()
                .map(folder -> new MailboxPoll(folder, this, services.problems(), services.items(), services.clock()))
                .toList();
    }

    /** One for each folder. */
    List<MailboxPoll> polls() {
        return polls;
    }

    /** No further mail is begun. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Cuts off what still hangs; from now on nothing is fetched, and nothing that was fetched is taken. */
    void end() {
        over = true;
        sockets.cut();
        threads.shutdownNow(clockwork);
    }

    boolean isHandedOff(List<FetchedMail> mails) {
        return !over && handOff.of(mails);
    }

    @Override
    public MailFolder open(String folder) throws MessagingException {
        refuseWhenOver();
        MailFolder opened = mailbox.open(folder);
        refuseWhenOver();
        return opened;
    }

    private void refuseWhenOver() throws MessagingException {
        if (over) {
            mailbox.drop();
            throw new MessagingException("the channel has been stopped");
        }
    }

    @Override
    public void drop() {
        mailbox.drop();
    }

    @Override
    public boolean tellsNews() {
        return mailbox.tellsNews();
    }
}
