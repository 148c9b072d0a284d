package io.redress.mapping.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML of strangers as a JSON object: members are the elements below the root by their names without prefix, those that come
 * several times as a list; attributes are left out. Document types, and with them entities of any kind, are refused (OWASP,
 * XML External Entity Prevention).
 */
public final class UntrustedXml {

    private static final XMLInputFactory XML = factory();

    private UntrustedXml() {}

    /**
     * An element that is being read.
     *
     * @param own text that stands in the element itself
     * @param whole the same with that of the elements in it
     */
    private record Open(ObjectNode members, StringBuilder own, StringBuilder whole) {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * What the root holds; empty when the bytes are no XML, have a document type, or are deeper or wider than {@link
     * UntrustedJson} takes.
     */
    public static Optional<ObjectNode> read(byte[] bytes) {
        try {
            return read(XML.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty(); // the JDK's reader answers some broken documents with runtime exceptions
        }
    }

    private static Optional<ObjectNode> read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        Optional<ObjectNode> root = Optional.empty();
        int elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return Optional.empty();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == UntrustedJson.DEEPEST || elements++ == UntrustedJson.MOST_VALUES) {
                        return Optional.empty();
                    }
                    open.push(
                            new Open(JsonNodeFactory.instance.objectNode(), new StringBuilder(), new StringBuilder()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    open.element().own().append(xml.getText());
                    open.element().whole().append(xml.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Open closed = open.pop();
                    if (open.isEmpty()) {
                        root = Optional.of(closed.members());
                    } else {
                        add(open.element().members(), xml.getLocalName(), value(closed));
                        open.element().whole().append(closed.whole());
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    /** Text with elements in it is text. */
    private static JsonNode value(Open closed) {
        return closed.members().isEmpty() || !closed.own().toString().isBlank()
                ? TextNode.valueOf(closed.whole().toString().strip())
                : closed.members();
    }

    private static void add(ObjectNode members, String name, JsonNode value) {
        JsonNode there = members.get(name);
        if (there == null) {
            members.set(name, value);
        } else if (there instanceof ArrayNode list) {
            list.add(value);
        } else {
            members.set(name, JsonNodeFactory.instance.arrayNode().add(there).add(value));
        }
    }
}
