package io.redress.camel.mqtt;

import io.redress.channel.device.BrokerProblems;
import io.redress.channel.device.DeviceMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages of a broker and gives each to the route as a {@link DeviceMessage}.
 *
 * <p>Camel's own consumer acknowledges a message whether or not its route failed, fails the start when the broker is away,
 * and listens only after it has connected, when what waited in the session has passed by. Its endpoint, options and client
 * library stay in use.
 */
final class MqttBrokerConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(MqttBrokerConsumer.class);
    private static final long LOOK_MILLIS = 250;
    private static final int MOST_DOUBLINGS = 12;

    private final MqttBrokerEndpoint endpoint;
    private final BrokerProblems problems;
    private @Nullable ScheduledExecutorService keeper;
    private volatile @Nullable MqttSession session;
    private volatile int failures;
    private long nextTry = System.nanoTime();

    MqttBrokerConsumer(MqttBrokerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.problems = new BrokerProblems(endpoint.getTopic());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        keeper = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "MqttConnection");
        keeper.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Keeps a connection; whatever goes wrong is the channel's trouble, and the next look's task. */
    private void look() {
        try {
            MqttSession open = session;
            if (open != null && open.isAlive()) {
                return;
            }
            if (open != null) {
                ended(open);
            }
            boolean due = System.nanoTime() - nextTry >= 0;
            if (due && isRunAllowed() && !isFull()) {
                connect();
            }
        } catch (RuntimeException e) {
            LOG.warn("Channel {}: could not check the connection to its broker", endpoint.channel(), e);
            pause();
        }
    }

    /** Too much waits in the hub: what comes stays at the broker, also over a connection that is open; health tells why. */
    private boolean isFull() {
        return endpoint.services().backPressure().closedBecause() != null;
    }

    private void ended(MqttSession open) {
        session = null;
        open.close(false);
        if (!open.isRefused()) {
            MqttException why = open.lost();
            tell(why == null ? new MqttException(MqttClientException.REASON_CODE_CONNECTION_LOST) : why);
        }
        pause();
    }

    private void connect() {
        MqttSession opening = null;
        try {
            opening = new MqttSession(
                    Objects.requireNonNull(endpoint.getConfiguration().getBrokerUrl()),
                    endpoint.clientId(),
                    this::take);
            session = opening; // so that it is closed at a stop, too
            opening.open(
                    endpoint.options(),
                    endpoint.getTopic(),
                    endpoint.getConfiguration().getQos());
            endpoint.services().problems().over(endpoint.channel(), BrokerProblems.CONNECTION);
            LOG.info("Channel {}: subscribed at its broker", endpoint.channel());
        } catch (MqttException | IOException | RuntimeException e) {
            session = null;
            if (opening != null) {
                opening.close(false);
            }
            if (isRunAllowed()) {
                tell(e);
            }
            pause();
        }
    }

    private void tell(Exception error) {
        LOG.debug("no connection to the broker", error);
        int code = error instanceof MqttException mqtt ? mqtt.getReasonCode() : 0;
        endpoint.services().problems().tell(endpoint.channel(), problems.of(code, error));
    }

    /** Longer after each failure; a message that was taken makes the next pause short. */
    private void pause() {
        long longest = endpoint.getConfiguration().getMaxReconnectDelay();
        long pause = Math.min(longest, 1_000L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    }

    /** Whether the route has a message durably; else it is not acknowledged, and this connection ends. */
    private boolean take(String topic, MqttMessage message) {
        if (!isRunAllowed() || isFull()) {
            return false;
        }
        Exchange exchange = createExchange(false);
        Throwable why;
        try {
            exchange.setPattern(ExchangePattern.InOnly);
            exchange.getIn().setBody(read(topic, message));
            getProcessor().process(exchange);
            why = exchange.getException();
            if (why == null && exchange.isRollbackOnly()) {
                why = new IllegalStateException("the route rolled it back");
            }
        } catch (Exception e) {
            why = e;
        } finally {
            releaseExchange(exchange, false);
        }
        if (why == null) {
            failures = 0;
            endpoint.services().problems().over(endpoint.channel(), BrokerProblems.HAND_OFF);
            return true;
        }
        LOG.debug("a message was not handed off", why);
        endpoint.services()
                .problems()
                .tell(
                        endpoint.channel(),
                        BrokerProblems.notHandedOff(why.getClass().getSimpleName()));
        return false;
    }

    private static DeviceMessage read(String topic, MqttMessage message) {
        MqttProperties properties = message.getProperties();
        Map<String, String> own = new HashMap<>();
        if (properties != null && properties.getUserProperties() != null) {
            properties.getUserProperties().forEach(property -> own.putIfAbsent(property.getKey(), property.getValue()));
        }
        return new DeviceMessage(
                topic,
                message.getPayload(),
                message.isRetained(),
                message.isDuplicate(),
                properties == null ? null : properties.getContentType(),
                own);
    }

    /** The session stays at the broker, which keeps what arrives until the channel starts again. */
    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (keeper != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(keeper);
            keeper = null;
        }
        MqttSession open = session;
        session = null;
        if (open != null) {
            open.close(true);
        }
    }
}
