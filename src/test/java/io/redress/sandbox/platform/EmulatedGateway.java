package io.redress.sandbox.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway of text messages: a platform that also tells what became of them. */
public abstract class EmulatedGateway extends EmulatedPlatform {

    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    EmulatedGateway(String name, int port) {
        super(name, port);
    }

    /** A signed delivery receipt. */
    protected abstract HttpRequest.Builder receipt(URI hub, String messageId, boolean delivered, String code);

    /** By which id the gateway names the message that it took so far as the last. */
    public String lastId() {
        return id(sent().size());
    }

    protected abstract String id(int number);

    /** Tells the hub what became of a message; gives the hub's status. */
    public int report(URI hub, String messageId, boolean delivered, String code) {
        return send(receipt(hub, messageId, delivered, code)).statusCode();
    }

    /** Whoever has this number told the gateway to write no more. */
    public void end(String number) {
        ended.add(number);
    }

    boolean isEnded(String number) {
        return ended.contains(number);
    }

    static Map<String, String> form(byte[] body) {
        var fields = new TreeMap<String, String>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
