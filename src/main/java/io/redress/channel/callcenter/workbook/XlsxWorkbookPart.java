package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/**
 * What the part {@code xl/workbook.xml} says.
 *
 * @param since1904 whether its days count from 1904, not from 1900
 * @param visible the sheets that a person sees, in their order
 * @param all with the hidden ones
 */
record XlsxWorkbookPart(boolean since1904, List<String> visible, List<String> all) {

    static XlsxWorkbookPart read(XSSFReader reader) throws IOException, OpenXML4JException, XMLStreamException {
        @Nullable Boolean since1904 = null;
        var visible = new ArrayList<String>();
        var all = new ArrayList<String>();
        try (InputStream data = reader.getWorkbookData()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(data);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr") && since1904 == null) {
                    since1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                } else if (xml.getLocalName().equals("sheet")) {
                    String name = xml.getAttributeValue(null, "name");
                    String state = xml.getAttributeValue(null, "state");
                    all.add(String.valueOf(name));
                    if (state == null || state.equals("visible")) {
                        visible.add(String.valueOf(name));
                    }
                }
            }
        }
        return new XlsxWorkbookPart(Boolean.TRUE.equals(since1904), List.copyOf(visible), List.copyOf(all));
    }

    /** Of these sheets only. */
    XlsxWorkbookPart of(Set<String> tables) {
        return new XlsxWorkbookPart(
                since1904,
                visible.stream().filter(tables::contains).toList(),
                all.stream().filter(tables::contains).toList());
    }

    /**
     * The name of a sheet.
     *
     * @param wanted its number from 1 among those that are not hidden, or its name
     */
    String sheet(String wanted) throws UnreadableFileException {
        if (all.contains(wanted)) {
            return wanted;
        }
        if (wanted.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= visible.size()) {
                return visible.get(number - 1);
            }
        }
        throw new UnreadableFileException(
                "the workbook has no sheet '" + wanted + "'; it has " + visible
                        + (visible.equals(all) ? "" : ", and hidden ones by name"),
                "name one of them as file.sheet in the mapping");
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
