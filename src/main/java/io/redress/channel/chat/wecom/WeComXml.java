package io.redress.channel.chat.wecom;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The small XML of WeChat-like callbacks: elements of text below one root. Document types, and with them entities of any
 * kind, are refused (OWASP, XML External Entity Prevention), and so is what is nested deeper than any real callback.
 */
final class WeComXml {

    private static final int DEEPEST = 8;
    private static final XMLInputFactory XML = factory();

    private WeComXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The texts by element name, dotted below the second level; empty when these bytes are no such XML. */
    static Optional<Map<String, String>> read(byte[] bytes) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            Map<String, String> texts = new LinkedHashMap<>();
            var path = new ArrayDeque<String>();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> {
                        return Optional.empty();
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (path.size() == DEEPEST) {
                            return Optional.empty();
                        }
                        path.addLast(xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (path.size() > 1) {
                            String name = String.join(".", path.stream().skip(1).toList());
                            texts.merge(name, xml.getText(), String::concat);
                        }
                    }
                    default -> {}
                }
            }
            texts.replaceAll((name, text) -> text.strip());
            return Optional.of(texts);
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty(); // the JDK's reader answers some broken documents with runtime exceptions
        }
    }
}
