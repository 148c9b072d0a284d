package io.redress.channel.chat.platform.outbound;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.delivery.dialogue.DialogueRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request that a file of {@code config/} describes, with places for values. */
public final class OutboundRequest {

    private final RequestTemplate template;

    /** A value that the request needs has none. */
    public static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(String name) {
            super(name + " has no value", null, false, false);
        }
    }

    private OutboundRequest(RequestTemplate template) {
        this.template = template;
    }

    /**
     * Reads one, or finds the names in it that stand for nothing.
     *
     * @param settings the names of a channel's settings; the address begins with one of them, or with {@code https://}
     * @param values the names of other values that may stand in it
     * @param findings gets what is wrong; then nothing is returned
     * @param path where it stands in the file
     */
    public static Optional<OutboundRequest> read(
            YamlFile<?> yaml,
            OutboundFile.Call call,
            Set<String> settings,
            Set<String> values,
            List<Finding> findings,
            Object... path) {
        RequestTemplate template = new RequestReader(yaml, settings, false, findings).of(call, values, path);
        return Optional.ofNullable(template).map(OutboundRequest::new);
    }

    /** The names of all values that stand in it. */
    public Set<String> names() {
        return template.names();
    }

    /**
     * The request with its values.
     *
     * @param settings of the channel
     * @param values besides them
     * @throws Incomplete naming a value that it needs
     */
    public DialogueRequest with(Map<String, String> settings, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(values);
        try {
            return template.fill(all, settings, settings.values());
        } catch (ValueTemplate.MissingValue e) {
            throw new Incomplete(e.name());
        }
    }
}
