package io.redress.camel.mqtt;

import io.redress.configfile.DurationParser;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;

/**
 * {@code mqtt-broker:channel}: Camel's Paho component with the broker as options, as neither a topic with wildcards nor a
 * password with signs fits into an address.
 */
public final class MqttBrokerComponent extends PahoMqtt5Component {

    /** Milliseconds within which a pause between tries ends at the latest. */
    private static final int LONGEST_PAUSE = 120_000;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PahoMqtt5Configuration paho = getConfiguration().copy();
        paho.setBrokerUrl(url(text(parameters, "url")));
        String clientId = text(parameters, "clientId");
        paho.setClientId(clientId.isBlank() ? null : clientId.strip());
        paho.setQos(1);
        paho.setCleanStart(false);
        paho.setAutomaticReconnect(false); // the consumer connects anew, also the first time
        paho.setMaxReconnectDelay(getAndRemoveParameter(parameters, "longestPause", Integer.class, LONGEST_PAUSE));
        paho.setSessionExpiryInterval(seconds(text(parameters, "sessionExpiry")));
        paho.setKeepAliveInterval(getAndRemoveParameter(parameters, "keepAlive", Integer.class, 60));
        paho.setConnectionTimeout(getAndRemoveParameter(parameters, "timeLimit", Integer.class, 30));
        String group = text(parameters, "group").strip();
        String filter = text(parameters, "topicFilter").strip();
        var login = new MqttLogin(
                text(parameters, "username"),
                text(parameters, "password"),
                text(parameters, "ca").strip(),
                text(parameters, "certificate").strip(),
                text(parameters, "privateKey").strip());
        var services = resolveAndRemoveReferenceParameter(parameters, "services", MqttServices.class);
        var endpoint = new MqttBrokerEndpoint(
                uri,
                remaining,
                group.isEmpty() ? filter : "$share/" + group + '/' + filter,
                this,
                paho,
                login,
                services);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** As it is written: a topic filter may be {@code #}, which Camel would take for a reference. */
    private static String text(Map<String, Object> parameters, String name) {
        Object value = parameters.remove(name);
        return value == null ? "" : String.valueOf(value);
    }

    /** Paho calls them tcp and ssl. */
    private static String url(String written) {
        String url = written.strip();
        return url.replaceFirst("^mqtt://", "tcp://").replaceFirst("^mqtts://", "ssl://");
    }

    private static long seconds(String written) {
        Duration time = DurationParser.parse(written);
        if (time == null) {
            throw new IllegalArgumentException(
                    "sessionExpiry '" + written + "' is not a length of time: write " + DurationParser.FORMS);
        }
        return Math.min(time.toSeconds(), 0xFFFF_FFFFL);
    }
}
