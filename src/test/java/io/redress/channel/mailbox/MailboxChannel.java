package io.redress.channel.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.camel.cluster.LeaderRoutePolicy;
import io.redress.camel.file.IntakeAwarePollStrategy;
import io.redress.camel.mail.HandOffTransaction;
import io.redress.camel.mail.MailboxServices;
import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.IntakeBackPressure;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.mailbox.SqlMailRegisters;
import io.redress.testing.PromptPolls;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node's mailbox channel as the kamelet makes it; only the hand-off is a stand-in. */
public final class MailboxChannel implements AutoCloseable {

    public static final String NAME = "complaints-mailbox";
    public static final String ADDRESS = "c@redress.test";

    public final IntakeBackPressure backPressure = new IntakeBackPressure();
    public final List<RawMessage> taken = new CopyOnWriteArrayList<>();
    public final List<FetchedMail> polled = new CopyOnWriteArrayList<>();
    public final DefaultCamelContext camel = PromptPolls.context();
    public final ChannelProblems problems;
    public volatile Predicate<String> broken = mail -> false;
    public volatile Runnable beforePoll = () -> {};

    private final DataSource database;
    private final Clock clock;

    public MailboxChannel(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        problems = new ChannelProblems(clock);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getRegistry().bind("mailboxServices", services(work -> false));
        camel.getRegistry().bind("leaderOnly", new LeaderRoutePolicy());
        camel.getRegistry().bind("intakeAwarePollStrategy", new IntakeAwarePollStrategy(backPressure));
        camel.getRegistry().bind("handOff", new RecordingHandOff());
        var health = HealthCheckRegistry.get(camel);
        health.register(health.resolveById("consumers"));
    }

    /** What the channel polls with, where its hand-off takes part in this transaction. */
    MailboxServices services(HandOffTransaction transaction) {
        var items = new ItemRows(JdbcClient.create(database), new ObjectMapper(), DataEncryption.none(), clock);
        var registers = new SqlMailRegisters(database, items, () -> 0, clock);
        return new MailboxServices(
                place -> {
                    beforePoll.run();
                    return registers.open(place);
                },
                problems,
                () -> new UnfetchedMail.Item(UUID.randomUUID().toString(), "R-260701-000001"),
                clock,
                transaction);
    }

    /** Called by the kamelet in place of the hub's own. */
    public class RecordingHandOff {
        public RawMessage awaited(
                @Nullable String id,
                @Nullable String number,
                String channel,
                String format,
                byte[] original,
                Map<String, String> attributes) {
            if (broken.test(new String(original, ISO_8859_1))) {
                throw new IllegalStateException("the broker is away");
            }
            return new RawMessage(
                    id == null ? "new" : id,
                    number == null ? "R-1" : number,
                    channel,
                    format,
                    Instant.EPOCH,
                    null,
                    attributes,
                    Original.inline(original));
        }
    }

    /** Polls ten times a second, with answers awaited for half a second, unless the parameters say otherwise. */
    public MailboxChannel start(int port, Map<String, String> parameters) throws Exception {
        var all = new TreeMap<>(Map.of(
                "channel", NAME,
                "protocol", "imap",
                "host", "127.0.0.1",
                "port", String.valueOf(port),
                "username", ADDRESS,
                "password", "RAW(x)",
                "address", ADDRESS,
                "period", "100",
                "timeLimit", "500"));
        all.putAll(parameters);
        String uri = all.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", "kamelet:mail-source?", ""));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(NAME).to("direct:hand-off");
                from("direct:hand-off")
                        .process(exchange -> taken.add(exchange.getMessage().getBody(RawMessage.class)));
            }
        });
        camel.start();
        return this;
    }

    /** Polls by the component itself, with options that no kamelet has. */
    public void route(String uri) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> polled.add(exchange.getMessage().getBody(FetchedMail.class)));
            }
        });
        camel.start();
    }

    /** What was taken, by the word in its subject. */
    public List<String> words() {
        return taken.stream()
                .map(MailboxChannel::text)
                .map(MailboxChannel::word)
                .toList();
    }

    public static String text(RawMessage raw) {
        byte[] bytes = raw.original().inline();
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    private static String word(String mail) {
        return mail.replaceFirst("(?s).*?Subject: Order (\\S+).*", "$1");
    }

    /** The trouble of one aspect; null when there is none. */
    public @Nullable ChannelProblem problem(String aspect) {
        return problems.of(NAME).stream()
                .map(ChannelProblems.Known::problem)
                .filter(problem -> problem.aspect().equals(aspect))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        PromptPolls.stop(camel);
    }
}
