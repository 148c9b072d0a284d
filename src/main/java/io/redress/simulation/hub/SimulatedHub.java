package io.redress.simulation.hub;

import static org.springframework.boot.logging.LoggingSystem.ROOT_LOGGER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.database.EmbeddedDatabase;
import io.redress.simulation.GeneratedNormalizer;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole hub with the rules of a folder and a clock that is set, beside a database and a broker that are thrown away
 * with it. Nothing comes in but what the simulation brings, and nothing leaves the machine.
 */
final class SimulatedHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedHub.class);
    private static final String HUB_KEY = "73696d756c6174696f6e".repeat(7).substring(0, 64);
    private static final String QUEUE = "jms://queue:";

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private final Path binaries;
    /** For a run that is stopped by the user: the database would run on. */
    private final Thread interrupted = new Thread(this::abandon, "simulation-abandoned");

    private final VirtualClock clock;
    private final OutgoingMessageCounter outgoing = new OutgoingMessageCounter();
    private final InMemoryBroker broker;
    private final ConfigurableApplicationContext context;
    private final SimulationMailbox mailbox;
    private final List<String> read;
    private final List<String> fed;

    /**
     * Starts it.
     *
     * @param hub its main class
     * @param routes the folder of the flow
     * @param binaries the folder of PostgreSQL's unpacked files, used by one hub after another; deleted when the user stops the run
     */
    SimulatedHub(Class<?> hub, Path config, Path routes, Path binaries, Instant start) throws Exception {
        this.binaries = binaries;
        clock = new VirtualClock(start);
        LoggingSystem.get(SimulatedHub.class.getClassLoader()).setLogLevel(ROOT_LOGGER_NAME, LogLevel.WARN);
        Path folder = Files.createTempDirectory("redress-simulation");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            parts.push(() -> FileSystemUtils.deleteRecursively(folder));
            parts.push(() -> Runtime.getRuntime().removeShutdownHook(interrupted));
            new SimulatedRoutes().write(routes, folder.resolve("routes"));
            Files.writeString(folder.resolve("hub.key"), HUB_KEY);
            String password = UUID.randomUUID().toString();
            EmbeddedDatabase database = kept(EmbeddedDatabase.throwaway(folder, binaries, password));
            broker = kept(new InMemoryBroker(folder.resolve("broker")));
            context = kept(started(hub, SimulatedSettings.of(config, folder, database.url(), password, broker.url())));
            mailbox = kept(new SimulationMailbox(broker));
            fed = bean(CamelContext.class).getRoutes().stream()
                    .map(route -> route.getEndpoint().getEndpointBaseUri())
                    .filter(uri -> uri.startsWith(QUEUE))
                    .map(uri -> uri.substring(QUEUE.length()))
                    .toList();
            read = bean(KnownQueues.class).names().stream()
                    .filter(queue -> !fed.contains(queue))
                    .toList();
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    VirtualClock clock() {
        return clock;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many messages of each kind would have left. */
    Map<String, Long> outgoing() {
        return outgoing.counts();
    }

    /** The queues that systems downstream read. */
    List<String> queuesToRead() {
        return read;
    }

    /** Waits until the hub has done all that waits in its queues. */
    void awaitIdle() throws InterruptedException {
        broker.awaitEmpty(fed);
    }

    /** Sends to a queue that the hub reads; where it has no such queue, nobody is sent anything. */
    void send(String queue, JsonNode message) {
        if (fed.contains(queue)) {
            try {
                mailbox.send(queue, message);
            } catch (JMSException | IOException e) {
                throw new IllegalStateException("queue " + queue + " takes no message", e);
            }
        }
    }

    @Nullable
    JsonNode take(String queue) throws Exception {
        return mailbox.take(queue);
    }

    @Override
    public synchronized void close() throws Exception {
        Exception failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void abandon() {
        try {
            close();
            FileSystemUtils.deleteRecursively(binaries);
        } catch (Exception e) {
            LOG.debug("An abandoned simulation could not be put away whole", e);
        }
    }

    private <T extends AutoCloseable> T kept(T part) {
        parts.push(part);
        return part;
    }

    private ConfigurableApplicationContext started(Class<?> hub, Map<String, String> settings) {
        var application = new SpringApplication(hub);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(fresh -> {
            var beans = (GenericApplicationContext) fresh;
            beans.registerBean("virtualClock", VirtualClock.class, () -> clock, bean -> bean.setPrimary(true));
            beans.registerBean("outgoingRecord", OutgoingMessageCounter.class, () -> outgoing);
            beans.registerBean("generatedNormalizer", GeneratedNormalizer.class);
        });
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }
}
