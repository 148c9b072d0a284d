package io.redress.camel.mqtt;

import java.util.function.BiPredicate;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a broker, used once. A message is acknowledged after it was taken; from the first on that was not taken
 * none is, and the broker sends them again, in their order, to the next connection.
 */
final class MqttSession implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
    /** A retained message is sent for a new subscription only, not at each connection (MQTT 5, 3.8.3.1). */
    private static final int RETAINED_ONCE = 1;

    private static final int REFUSED = 0x80;

    private final MqttClient client;
    private final BiPredicate<String, MqttMessage> steps;
    private volatile boolean refused;
    private volatile @Nullable MqttException lost;

    /** @param steps of the route; whether they have the message durably */
    MqttSession(String url, String clientId, BiPredicate<String, MqttMessage> steps) throws MqttException {
        this.client = new MqttClient(url, clientId, new MemoryPersistence());
        this.steps = steps;
    }

    /**
     * Connects and subscribes.
     *
     * @throws MqttException what the broker says, or that it does not answer
     */
    void open(MqttConnectionOptions options, String filter, int qos) throws MqttException {
        client.setTimeToWait(options.getConnectionTimeout() * 1000L);
        // before the connection: what waits in the session arrives with it
        client.setManualAcks(true);
        client.setCallback(this);
        client.connect(options);
        var subscription = new MqttSubscription(filter, qos);
        subscription.setRetainHandling(RETAINED_ONCE);
        IMqttToken answer = client.subscribe(new MqttSubscription[] {subscription});
        for (int code : answer.getReasonCodes() == null ? new int[0] : answer.getReasonCodes()) {
            if (code >= REFUSED) {
                throw new MqttException(code);
            }
        }
    }

    boolean isAlive() {
        return client.isConnected() && !refused;
    }

    /** Whether the route did not take a message. */
    boolean isRefused() {
        return refused;
    }

    /** Why the connection ended; null while it has not, or when nobody said. */
    @Nullable
    MqttException lost() {
        return lost;
    }

    /** @param politely whether the broker hears of it */
    void close(boolean politely) {
        try {
            client.disconnectForcibly(0, politely ? 1_000 : 1, politely);
        } catch (MqttException e) {
            LOG.debug("a connection was not closed in an orderly way", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("a connection was not closed", e);
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (refused) {
            return; // it comes again behind the one that was not taken
        }
        if (!steps.test(topic, message)) {
            refused = true;
            return;
        }
        try {
            client.messageArrivedComplete(message.getId(), message.getQos());
        } catch (MqttException e) {
            LOG.debug("a message was taken, and could not be acknowledged: it comes again", e);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException why = response.getException();
        lost = why == null ? new MqttException(response.getReturnCode()) : why;
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.debug("MQTT error", exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // nothing is sent
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // open() goes on
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no such authentication is asked for
    }
}
