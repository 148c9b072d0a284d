package io.redress.delivery.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.delivery.Delivery;
import io.redress.mapping.SpreadsheetFormula;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A delivery as a file. */
public final class DeliveryFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String format = "csv";

    /** @param format {@code csv}, {@code jsonl} or {@code xml}, also the file's ending */
    public void setFormat(String format) {
        this.format = format;
    }

    /** Made of nothing that came from outside; the same at every attempt. */
    public String name(Delivery delivery) {
        return delivery.ticket().number() + "-" + delivery.kind() + "-" + delivery.id() + "." + format;
    }

    /** The fields; in CSV and XML a list is one text, and the parts of an object are fields {@code object.part}. */
    public String content(Delivery delivery) {
        return switch (format) {
            case "csv" -> csv(flat("", delivery.fields(), new ArrayList<>()));
            case "xml" -> xml(delivery.kind(), flat("", delivery.fields(), new ArrayList<>()));
            case "jsonl" -> json(delivery.fields());
            default -> throw new IllegalArgumentException("format '" + format + "' is none of csv, jsonl, xml");
        };
    }

    private record Cell(String name, String value) {}

    private static List<Cell> flat(String before, Map<?, ?> fields, List<Cell> cells) {
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                flat(before + name + ".", parts, cells);
            } else {
                String text = value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(value);
                cells.add(new Cell(before + name, text));
            }
        });
        return cells;
    }

    /** By RFC 4180. A value that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises. */
    private static String csv(List<Cell> cells) {
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(cells.stream().map(Cell::name));
            printer.printRecord(cells.stream().map(cell -> harmless(cell.value())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String value) {
        boolean number = value.matches("[+-]?[\\d .,()/-]{1,200}"); // phone numbers begin with +
        return number ? value : SpreadsheetFormula.harmless(value);
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the fields of a mapping are plain values", e);
        }
    }

    /** Names stand in an attribute: not every one could be an element's. */
    private static String xml(String kind, List<Cell> cells) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("delivery");
            xml.writeAttribute("kind", kind);
            for (Cell cell : cells) {
                xml.writeStartElement("field");
                xml.writeAttribute("name", cell.name());
                xml.writeCharacters(cell.value().replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", ""));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an XML document in memory could not be written", e);
        }
        return text + "\n";
    }
}
