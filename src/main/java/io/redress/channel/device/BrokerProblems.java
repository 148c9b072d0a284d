package io.redress.channel.device;

import io.redress.channel.ChannelProblem;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import javax.net.ssl.SSLException;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** What keeps a channel from its MQTT broker, by the codes of MQTT 5 (2.4) and what the system said. */
public final class BrokerProblems {

    /** Aspect: whether the broker is there, and lets the hub in. */
    public static final String CONNECTION = "connection";
    /** Aspect: whether what it sends gets onto the hub's disk. */
    public static final String HAND_OFF = "hand-off";

    private static final String LATER = "The hub tries again, with growing pauses; ";
    private static final int LONGEST = 300;

    private final String filter;

    /** @param filter of the topics that the channel subscribes to */
    public BrokerProblems(String filter) {
        this.filter = filter;
    }

    /**
     * What went wrong.
     *
     * @param code of MQTT 5, or of the client library
     */
    public ChannelProblem of(int code, Throwable error) {
        String words = words(error);
        return switch (code) {
            case 1, 132, 50003 ->
                problem(
                        "The broker does not speak MQTT 5",
                        "Enable MQTT 5 there, or use a broker that supports it",
                        words);
            case 2, 133 -> problem("The broker rejects the client id", "Give the channel another clientId", words);
            case 4, 134, 140 ->
                problem(
                        "The broker rejects the user name or password",
                        "Check the channel's username and password; the broker's log may say more",
                        words);
            case 5, 135, 138 ->
                problem(
                        "The broker does not authorize this user",
                        "Check the channel's username and password, and allow that user to subscribe to " + filter,
                        words);
            case 142 ->
                problem(
                        "Another client has taken over the session",
                        "Give each hub and each channel a clientId of its own",
                        words);
            case 143, 158, 162, 128 ->
                problem(
                        "The broker rejects the subscription to " + filter,
                        "Check topicFilter; if the broker does not support shared subscriptions, set group to \"\"",
                        words);
            case 149, 51001 ->
                problem(
                        "The broker sent a message of more than 16 MiB",
                        "Limit the size of messages there, and remove this one",
                        words);
            case 32000, 32109, 139, 141 ->
                problem("The connection to the broker ended", LATER + "the broker's log may say why", words);
            default -> ofSystem(error, words);
        };
    }

    private static ChannelProblem ofSystem(Throwable error, String words) {
        if (has(error, SSLException.class)) {
            return problem(
                    "The TLS handshake with the broker fails",
                    "Check the channel's ca, certificate and privateKey, and that the broker's certificate names the host",
                    words);
        }
        if (has(error, NoSuchFileException.class)) {
            return problem(
                    "A certificate file does not exist", "Check the channel's ca, certificate and privateKey", words);
        }
        if (has(error, UnknownHostException.class)) {
            return problem("The broker's host is unknown", "Check the channel's url and DNS", words);
        }
        if (has(error, IllegalArgumentException.class) || has(error, IllegalStateException.class)) {
            return problem(
                    "The channel's url or one of its certificates cannot be used",
                    "Write url as mqtts://host:8883; ca, certificate and privateKey are files in PEM form",
                    words);
        }
        return has(error, IOException.class)
                ? problem("The broker cannot be reached", LATER + "check the channel's url and the network", words)
                : problem("The hub cannot connect to the broker", LATER + "the broker's log may say why", words);
    }

    private static boolean has(Throwable error, Class<? extends Throwable> cause) {
        return ExceptionUtils.indexOfType(error, cause) >= 0;
    }

    /** A message of the broker could not be put onto the hub's disk. */
    public static ChannelProblem notHandedOff(String why) {
        return new ChannelProblem(
                HAND_OFF,
                "A message could not be handed off, and stays at the broker",
                LATER + "check the hub's own broker and disk",
                why);
    }

    private static ChannelProblem problem(String problem, String remedy, String words) {
        return new ChannelProblem(CONNECTION, problem, remedy, words);
    }

    private static String words(Throwable error) {
        Throwable cause = ExceptionUtils.getRootCause(error);
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return StringUtils.abbreviate(text.replaceAll("\\s+", " "), LONGEST);
    }
}
