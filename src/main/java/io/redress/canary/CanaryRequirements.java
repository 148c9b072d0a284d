package io.redress.canary;

import io.redress.channel.proof.ChannelSecrets;
import io.redress.channel.proof.ProvenRequest;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a channel must be to have canaries. */
public final class CanaryRequirements {

    /** Setting, given among the parameters: the service that tells people from programs. */
    public static final String CAPTCHA_SERVICE = "redress.web-form.captcha.verify";

    private CanaryRequirements() {}

    /**
     * Whether a channel can have canaries.
     *
     * @throws ImpossibleCanary when it cannot, with what can be done
     */
    public static void check(String format, Map<String, String> parameters, Senders senders) {
        switch (format) {
            case "email" -> {
                if (address(parameters).indexOf('@') < 0) {
                    throw new ImpossibleCanary("the mailbox has no address", "set its parameter address");
                }
            }
            case "web-form" -> {
                boolean asks = !parameters.getOrDefault(CAPTCHA_SERVICE, "").isBlank();
                for (String written : parameters.getOrDefault("checks", "").split(",")) {
                    String check = written.strip();
                    if (check.equals("from-page") || asks && check.equals("captcha")) {
                        throw new ImpossibleCanary(
                                "a canary does not pass the form's check " + check,
                                "remove the check, or remove the channel from canaries.yaml");
                    }
                }
            }
            case "webhook" -> {
                Sender sender = senders.get(parameters.getOrDefault("sender", Sender.STANDARD));
                if (proven(sender, parameters, "check", "", Instant.EPOCH).isEmpty()) {
                    throw new ImpossibleCanary(
                            "only the sender can sign calls of this channel",
                            "add a shared secret (whsec_…), or remove the channel from canaries.yaml");
                }
            }
            case "call-row" -> {
                if (parameters.containsKey("host")
                        || !parameters.getOrDefault("doneFile", "").isEmpty()) {
                    throw new ImpossibleCanary(
                            "canaries are only written to local folders, and without a done file",
                            "remove the channel from canaries.yaml");
                }
            }
            default ->
                throw new ImpossibleCanary(
                        "channels of this kind cannot have canaries: only the other system can send to them",
                        "remove the channel from canaries.yaml; use redress.channels.<name>.silent-after instead");
        }
    }

    /** A call that the channel believes; empty where only its sender can make one. */
    static Optional<ProvenRequest> proven(
            Sender sender, Map<String, String> parameters, String id, String body, Instant now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ChannelSecrets.of(parameters.getOrDefault("secret", "")).stream()
                .flatMap(set -> sender.proof().prove(set, id, bytes, now).stream())
                .findFirst();
    }

    /** To whom mails of the mailbox are sent. */
    static String address(Map<String, String> parameters) {
        String address = parameters.getOrDefault("address", "");
        return address.isBlank() ? parameters.getOrDefault("username", "") : address;
    }
}
