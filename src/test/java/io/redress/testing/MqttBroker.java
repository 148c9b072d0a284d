package io.redress.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An MQTT 5 broker on loopback, for devices of tests and of the sandbox; it keeps everything in memory. */
public final class MqttBroker implements AutoCloseable {

    public static final String USER = "redress";
    public static final String PASSWORD = "p@ss %41 word";

    private static final AtomicInteger DEVICES = new AtomicInteger();

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String password;
    private final int port;

    /** @param port 0 for a free one */
    public MqttBroker(int port) {
        this(port, null, false, PASSWORD);
    }

    /** @param password of {@link #USER} */
    public MqttBroker(int port, String password) {
        this(port, null, false, password);
    }

    /**
     * One with a second port under TLS.
     *
     * @param keyStore PKCS12 with the broker's key, under the password {@code changeit}
     * @param withClients whether clients need a certificate, which is to be in the same store
     */
    public MqttBroker(Path keyStore, boolean withClients) {
        this(0, keyStore, withClients, PASSWORD);
    }

    private MqttBroker(int port, @Nullable Path keyStore, boolean withClients, String password) {
        this.password = password;
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.audit")).setLevel(Level.OFF);
        try {
            this.port = port == 0 ? free() : port;
            var configuration = new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setSecurityEnabled(true)
                    .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + this.port + "?protocols=MQTT");
            if (keyStore != null) {
                configuration.addAcceptorConfiguration(
                        "mqtts",
                        "tcp://127.0.0.1:" + (this.port + 1)
                                + "?protocols=MQTT&sslEnabled=true&keyStoreType=PKCS12&keyStorePassword=changeit&keyStorePath="
                                + keyStore
                                + (withClients
                                        ? "&needClientAuth=true&trustStoreType=PKCS12"
                                                + "&trustStorePassword=changeit&trustStorePath=" + keyStore
                                        : ""));
            }
            server.setConfiguration(configuration);
            server.setSecurityManager(new OneUser(password));
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    public String tlsUrl() {
        return "mqtts://127.0.0.1:" + (port + 1);
    }

    /** A device publishes a message, which the broker has taken when this returns. */
    public void publish(String topic, String json) {
        publish(topic, json.getBytes(StandardCharsets.UTF_8), false);
    }

    public void publish(String topic, byte[] payload, boolean retained) {
        var message = new MqttMessage(payload);
        message.setQos(1);
        message.setRetained(retained);
        publish(Map.of(), topic, message);
    }

    /** As a device that adds these properties. */
    public void publish(Map<String, String> properties, String topic, MqttMessage message) {
        var added = new MqttProperties();
        properties.forEach((name, value) -> added.getUserProperties().add(new UserProperty(name, value)));
        message.setProperties(added);
        try (Device device = device()) {
            device.publish(topic, message);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connected device. */
    public Device device() throws MqttException {
        return new Device(port, password);
    }

    /** Cuts off the hubs, not the devices. */
    public void cutHubs() {
        hubs().forEach(connection -> connection.getTransportConnection().forceClose());
    }

    /** How many subscriptions have a hub that listens. */
    public int listeners() {
        return (int) server.getActiveMQServer().getTotalConsumerCount();
    }

    private List<RemotingConnection> hubs() {
        return server.getActiveMQServer().getRemotingService().getConnections().stream()
                .filter(connection -> String.valueOf(connection.getClientID()).startsWith("redress-"))
                .toList();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A device that is connected, and publishes with QoS 1. */
    public static final class Device implements AutoCloseable {

        private final MqttClient client;

        private Device(int port, String password) throws MqttException {
            client = new MqttClient(
                    "tcp://127.0.0.1:" + port, "device-" + DEVICES.incrementAndGet(), new MemoryPersistence());
            var options = new MqttConnectionOptions();
            options.setUserName(USER);
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
            client.connect(options);
        }

        public void publish(String topic, String json) throws MqttException {
            client.publish(topic, json.getBytes(StandardCharsets.UTF_8), 1, false);
        }

        public void publish(String topic, MqttMessage message) throws MqttException {
            client.publish(topic, message);
        }

        @Override
        public void close() throws MqttException {
            client.disconnect();
            client.close();
        }
    }

    private record OneUser(String expected) implements ActiveMQSecurityManager {

        @Override
        public boolean validateUser(String user, String password) {
            return USER.equals(user) && expected.equals(password);
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
            return validateUser(user, password);
        }
    }
}
