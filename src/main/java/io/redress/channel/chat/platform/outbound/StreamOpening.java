package io.redress.channel.chat.platform.outbound;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.mapping.json.ValuePath;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * How the hub gets the address of a WebSocket through which a platform sends messages: a request, and where its answer has the
 * address, which may lead to named hosts alone.
 */
public final class StreamOpening {

    private static final int LONGEST = 200;

    private final RequestTemplate call;
    private final ValueTemplate address;
    private final Map<String, ValuePath> taken;
    private final AllowedHosts hosts;
    private final List<ValuePath> errors;

    private StreamOpening(
            RequestTemplate call,
            ValueTemplate address,
            Map<String, ValuePath> taken,
            AllowedHosts hosts,
            List<ValuePath> errors) {
        this.call = call;
        this.address = address;
        this.taken = taken;
        this.hosts = hosts;
        this.errors = errors;
    }

    /**
     * Reads what a file says under {@code stream}, or finds what is wrong.
     *
     * @param settings the names of a channel's settings
     * @return null where something is wrong
     */
    public static @Nullable StreamOpening read(
            YamlFile<?> yaml,
            OutboundFile.Call open,
            String address,
            List<String> hosts,
            List<String> errors,
            Set<String> settings,
            List<Finding> findings) {
        var requests = new RequestReader(yaml, settings, false, findings);
        RequestTemplate call = requests.of(open, Set.of(), "stream", "open");
        Map<String, ValuePath> taken = new LinkedHashMap<>();
        ValueTemplate template = null;
        try {
            template = ValueTemplate.of(address);
            template.names().forEach(name -> {
                ValuePath path = requests.path(name, "stream", "address");
                if (path != null) {
                    taken.put(name, path);
                }
            });
        } catch (IllegalArgumentException e) {
            findings.add(yaml.finding(
                    e.getMessage() + " is not the name of a value",
                    "write the member of the answer in small letters",
                    "stream",
                    "address"));
        }
        List<ValuePath> words = errors.stream()
                .map(name -> requests.path(name, "stream", "open", "error"))
                .filter(Objects::nonNull)
                .toList();
        return call == null || template == null
                ? null
                : new StreamOpening(call, template, taken, new AllowedHosts(hosts), words);
    }

    /** The settings that the request names. */
    public Set<String> settings() {
        return call.names();
    }

    /**
     * The request for an address.
     *
     * @throws IllegalArgumentException naming a setting that has no value
     */
    public DialogueRequest request(Map<String, String> settings) {
        try {
            return call.fill(settings, settings, List.of());
        } catch (ValueTemplate.MissingValue e) {
            throw new IllegalArgumentException("the setting " + e.name() + " has no value", e);
        }
    }

    /**
     * The address that an answer gives; null where it gives none.
     *
     * @param chosen the values that the channel itself gives to its settings: an address may lead to their servers, too
     * @throws AddressNotAllowed when it leads elsewhere, or is not one of a WebSocket
     */
    public @Nullable URI address(DialogueResponse response, Collection<String> chosen) {
        Map<String, String> values = new HashMap<>();
        taken.forEach((name, path) -> {
            List<String> found = path.values(response.content());
            if (found.size() == 1) {
                values.put(name, found.get(0));
            }
        });
        if (!response.isGood() || !values.keySet().containsAll(taken.keySet())) {
            return null;
        }
        try {
            String written = address.address(values);
            boolean isStream = written.startsWith("wss:") || written.startsWith("ws:");
            // for hosts and ports wss is as https is, and ws as http (RFC 6455, 3)
            if (!isStream || !hosts.allow(written.replaceFirst("^ws", "http"), chosen)) {
                throw new AddressNotAllowed();
            }
            return new URI(written);
        } catch (ValueTemplate.MissingValue e) {
            return null;
        } catch (URISyntaxException e) {
            throw new AddressNotAllowed();
        }
    }

    /** What the platform says of a request that it refused, short: {@code HTTP 401, invalid client}. */
    public String words(DialogueResponse response) {
        String said = errors.stream()
                .flatMap(path -> path.values(response.content()).stream().limit(1))
                .map(text -> StringUtils.truncate(text, LONGEST))
                .collect(Collectors.joining(", "));
        return "HTTP " + response.status() + (said.isEmpty() ? "" : ", " + said);
    }

    /** An address leads where it may not. Its message repeats nothing of it: it holds a secret. */
    public static final class AddressNotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AddressNotAllowed() {
            super("the address is not wss:// on a host that the platform's file allows", null, false, false);
        }
    }
}
