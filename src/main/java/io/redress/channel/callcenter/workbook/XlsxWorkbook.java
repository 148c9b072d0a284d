package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;

/** An open XLSX file, of which one sheet is read. Its XML may have no DOCTYPE, its zip no bomb. */
public final class XlsxWorkbook implements Closeable {

    private final OPCPackage zip;
    private final @Nullable DiskSharedStrings texts;
    private final StylesTable styles;
    private final CellText numbers;
    private String sheetName = "";

    private XlsxWorkbook(OPCPackage zip, XlsxZip parts, XSSFReader reader, XlsxWorkbookPart part, Path folder)
            throws IOException, OpenXML4JException, XMLStreamException, UnreadableFileException {
        this.zip = zip;
        this.styles = reader.getStylesTable();
        this.numbers = new CellText(part.since1904());
        parts.stream();
        InputStream shared = reader.getSharedStringsData();
        this.texts = shared == null ? null : new DiskSharedStrings(shared, folder);
    }

    /**
     * Opens a sheet.
     *
     * @param sheet its number from 1 among those that are not hidden, or its name
     * @param skipRows rows above the header or the first row
     * @param folder for what does not fit into memory
     */
    public static TableRows open(Path file, String sheet, int skipRows, Path folder) throws UnreadableFileException {
        XlsxZip parts = null;
        OPCPackage zip = null;
        XlsxWorkbook workbook = null;
        try {
            parts = XlsxZip.open(file);
            zip = OPCPackage.open(parts);
            var reader = new XSSFReader(zip);
            XlsxWorkbookPart part = XlsxWorkbookPart.read(reader);
            workbook = new XlsxWorkbook(zip, parts, reader, part, folder);
            return new XlsxSheetRows(workbook, workbook.sheet(reader, part, sheet), skipRows);
        } catch (UnreadableFileException e) {
            release(workbook, zip, parts);
            throw e;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            release(workbook, zip, parts);
            throw damaged("at its start", e);
        }
    }

    SharedStrings texts() {
        return texts == null ? new SharedStringsTable() : texts;
    }

    StylesTable styles() {
        return styles;
    }

    CellText numbers() {
        return numbers;
    }

    String sheetName() {
        return sheetName;
    }

    @Override
    public void close() throws IOException {
        zip.revert();
        if (texts != null) {
            texts.close();
        }
    }

    static UnreadableFileException damaged(String where, Exception cause) {
        return new UnreadableFileException(
                "the workbook is damaged " + where + " (" + RowLimits.shown(String.valueOf(cause.getMessage())) + ")",
                "open it in a spreadsheet program, save it as .xlsx and send it again",
                cause);
    }

    static UnreadableFileException doctype() {
        return new UnreadableFileException(
                "the workbook's XML has a DOCTYPE or entities", "export it again, as .xlsx or CSV");
    }

    private XMLStreamReader sheet(XSSFReader reader, XlsxWorkbookPart part, String sheet)
            throws IOException, OpenXML4JException, XMLStreamException, UnreadableFileException {
        String name = part.of(tables(reader)).sheet(sheet);
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            InputStream data = sheets.next();
            if (sheets.getSheetName().equals(name)) {
                sheetName = name;
                return XMLHelper.newXMLInputFactory().createXMLStreamReader(data);
            }
            data.close();
        }
        throw new IllegalStateException("it was there a moment ago");
    }

    /** The names of the sheets that have cells; others hold a chart or a dialog. */
    private static Set<String> tables(XSSFReader reader) throws IOException, OpenXML4JException {
        var names = new HashSet<String>();
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            sheets.next().close();
            if (sheets.getSheetPart().getContentType().equals(XSSFRelation.WORKSHEET.getContentType())) {
                names.add(sheets.getSheetName());
            }
        }
        return names;
    }

    private static void release(@Nullable XlsxWorkbook workbook, @Nullable OPCPackage zip, @Nullable XlsxZip parts) {
        try {
            if (workbook != null) {
                workbook.close();
            } else if (zip != null) {
                zip.revert();
            } else if (parts != null) {
                parts.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
