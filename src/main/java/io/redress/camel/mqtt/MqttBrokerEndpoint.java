package io.redress.camel.mqtt;

import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Endpoint;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.jspecify.annotations.Nullable;

/** A subscription at a broker. Camel's endpoint has its options. */
public final class MqttBrokerEndpoint extends PahoMqtt5Endpoint {

    /** Bytes; the broker discards what is bigger, and its log tells. */
    static final long LARGEST_PACKET = 17L << 20;

    private final String channel;
    private final MqttLogin login;
    private final @Nullable MqttServices services;

    MqttBrokerEndpoint(
            String uri,
            String channel,
            String filter,
            PahoMqtt5Component component,
            PahoMqtt5Configuration configuration,
            MqttLogin login,
            @Nullable MqttServices services) {
        super(uri, filter, component, configuration);
        check(filter);
        this.channel = channel;
        this.login = login;
        this.services = services;
    }

    private static void check(String filter) {
        try {
            MqttTopicValidator.validate(filter, true, true);
        } catch (IllegalArgumentException e) { // it has no remedy, and check shows the first cause
            throw new IllegalArgumentException("topicFilter '" + filter
                    + "' cannot be subscribed to: write + for one whole level, # only as the last");
        }
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new MqttBrokerConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("mqtt-broker only receives messages: use paho-mqtt5 to send");
    }

    String channel() {
        return channel;
    }

    MqttServices services() {
        return Objects.requireNonNull(services, "option services");
    }

    /** The same for this node over restarts, so that the broker keeps what arrives meanwhile. */
    String clientId() {
        String given = getConfiguration().getClientId();
        return given == null ? "redress-" + channel + '-' + services().node() : given;
    }

    /** @throws IOException when a certificate cannot be read */
    MqttConnectionOptions options() throws IOException {
        MqttConnectionOptions options = createMqttConnectionOptions();
        options.setMaximumPacketSize(LARGEST_PACKET);
        // the protocol's: brokers that count what one connection left over against the next would fall silent (MQTT 5,
        // 4.9)
        options.setReceiveMaximum(null);
        login.addTo(options);
        return options;
    }
}
