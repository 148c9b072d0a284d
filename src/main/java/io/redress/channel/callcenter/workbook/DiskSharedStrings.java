package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** The shared texts of a workbook, on disk: POI's own tables keep all of them in memory. */
final class DiskSharedStrings implements SharedStrings, Closeable {

    private final DiskTextStore texts;

    DiskSharedStrings(InputStream xml, Path folder) throws IOException, XMLStreamException, UnreadableFileException {
        this.texts = new DiskTextStore(folder);
        try {
            read(XMLHelper.newXMLInputFactory().createXMLStreamReader(xml));
            texts.finish();
        } catch (IOException | XMLStreamException | UnreadableFileException | RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    @Override
    public RichTextString getItemAt(int index) {
        try {
            return new XSSFRichTextString(texts.get(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getCount() {
        return texts.size();
    }

    @Override
    public int getUniqueCount() {
        return texts.size();
    }

    @Override
    public void close() throws IOException {
        texts.close();
    }

    /** Joins the runs of each text, without the readings (furigana) that Excel keeps beside them. */
    private void read(XMLStreamReader xml) throws IOException, XMLStreamException, UnreadableFileException {
        var text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        var depth = new XmlDepth();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth.enter();
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = xml.getLocalName().equals("t") && phonetic == 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth.leave();
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
                if (xml.getLocalName().equals("si")) {
                    add(text.toString());
                    text.setLength(0);
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw XlsxWorkbook.doctype();
            } else if (inText && xml.hasText() && text.length() <= RowLimits.ROW) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    private void add(String text) throws IOException, UnreadableFileException {
        if (texts.size() >= RowLimits.SHARED_TEXTS) {
            throw new UnreadableFileException(
                    "the workbook has more than " + texts.size() + " different texts", "split it");
        }
        texts.add(text);
    }
}
