package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The rows of a workbook's sheet. POI's own handler, which knows all kinds of cells, is fed row by row from a pull parser,
 * so that no more than a row is in memory.
 */
final class XlsxSheetRows implements TableRows {

    private final XlsxWorkbook workbook;
    private final XMLStreamReader xml;
    private final XSSFSheetXMLHandler cells;
    private final Deque<TableRow> ready = new ArrayDeque<>();
    private final XlsxRowCells row = new XlsxRowCells(ready::add);
    private final int skipRows;
    private final XmlDepth depth = new XmlDepth();
    private int characters;
    private int phonetic;
    private boolean error;
    private boolean date;

    XlsxSheetRows(XlsxWorkbook workbook, XMLStreamReader xml, int skipRows) {
        this.workbook = workbook;
        this.xml = xml;
        this.cells = new XSSFSheetXMLHandler(workbook.styles(), workbook.texts(), row, workbook.numbers(), false);
        this.skipRows = skipRows;
    }

    @Override
    public @Nullable TableRow next() throws UnreadableFileException {
        try {
            while (true) {
                while (ready.isEmpty() && !row.isEndOfSheet() && xml.hasNext()) {
                    feed(xml.next());
                }
                TableRow next = ready.poll();
                if (next == null || next.line() > skipRows) {
                    return next;
                }
            }
        } catch (XMLStreamException | SAXException | RuntimeException e) {
            throw XlsxWorkbook.damaged("after row " + row.line(), e);
        }
    }

    @Override
    public String description() {
        return "workbook, sheet '" + workbook.sheetName() + "'";
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void feed(int event) throws SAXException, UnreadableFileException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth.enter();
                if (isSheetXml()) {
                    begin(xml.getLocalName());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth.leave();
                if (isSheetXml()) {
                    end(xml.getLocalName());
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                characters += xml.getTextLength();
                if (characters > RowLimits.ROW) {
                    row.tooLong();
                } else if (phonetic == 0 && !error) {
                    characters();
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw XlsxWorkbook.doctype();
            default -> {
                // comments and processing instructions mean nothing in a sheet
            }
        }
    }

    /** Strict workbooks write a date as {@code 2026-11-20T09:00:00} (ISO 8601); it is shown as that of others is. */
    private void characters() throws SAXException {
        if (date) {
            char[] shown =
                    xml.getText().replace('T', ' ').replaceAll("\\.\\d+|Z", "").toCharArray();
            cells.characters(shown, 0, shown.length);
        } else {
            cells.characters(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    /** The reading that stands beside a text (furigana) is none of it, and an error such as {@code #DIV/0!} is no value. */
    private void begin(String name) throws SAXException {
        phonetic += name.equals("rPh") ? 1 : 0;
        if (name.equals("row")) {
            characters = 0;
        }
        AttributesImpl attributes = attributes();
        if (name.equals("c")) {
            int type = attributes.getIndex("t");
            error = type >= 0 && attributes.getValue(type).equals("e");
            date = type >= 0 && attributes.getValue(type).equals("d");
            if (error || date) {
                attributes.setValue(type, "str");
            }
        }
        if (phonetic == 0) {
            cells.startElement(xml.getNamespaceURI(), name, name, attributes);
        }
    }

    private void end(String name) throws SAXException {
        if (phonetic == 0) {
            cells.endElement(xml.getNamespaceURI(), name, name);
        }
        phonetic -= name.equals("rPh") ? 1 : 0;
        error &= !name.equals("c");
        date &= !name.equals("c");
    }

    private boolean isSheetXml() {
        return XSSFRelation.NS_SPREADSHEETML.equals(xml.getNamespaceURI());
    }

    private AttributesImpl attributes() {
        var attributes = new AttributesImpl();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            attributes.addAttribute("", name, name, "CDATA", xml.getAttributeValue(i));
        }
        return attributes;
    }
}
