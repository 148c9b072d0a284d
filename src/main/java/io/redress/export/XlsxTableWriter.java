package io.redress.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.lang3.StringUtils;

/**
 * A table as a workbook (ECMA-376) of texts, none of which is a formula. Written here and not by POI, whose streaming workbook
 * keeps all rows in a temporary file until its end: customers' names would lie there.
 */
public final class XlsxTableWriter implements TableWriter {

    /** Rows of a sheet in Excel; further ones stand in a further sheet. */
    static final int ROWS = 1_048_576;

    /** Characters of a cell in Excel. */
    private static final int LONGEST = 32_767;

    /** As Java writes them; a spreadsheet keeps 15 digits. {@code 0042} and {@code 12E3} are names of products. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,17}(E-?\\d{1,2})?)?");

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PARTS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Style 1 is text, quoted as by an apostrophe: it stays text when the sheet is saved as CSV. */
    private static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts>"
            + "<fills count=\"2\"><fill/><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\" quotePrefix=\"1\"/></cellXfs></styleSheet>";

    private final ZipOutputStream zip;
    private final Writer text;
    private final List<String> header;
    private final int rows;
    private boolean numbers;
    private String name = "tickets";
    private int sheets;
    private int row;

    public XlsxTableWriter(OutputStream to, List<String> header) throws IOException {
        this(to, header, ROWS);
    }

    public XlsxTableWriter(OutputStream to, List<String> header, int rows) throws IOException {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.header = List.copyOf(header);
        this.rows = rows;
        begin();
    }

    /** A workbook of figures: cells that are plain numbers are numbers to calculate with, all others are texts. */
    public static XlsxTableWriter ofFigures(OutputStream to, List<String> header) throws IOException {
        var file = new XlsxTableWriter(to, header);
        file.numbers = true;
        file.name = "figures";
        return file;
    }

    @Override
    public void line(List<String> cells) throws IOException {
        if (row == rows) {
            end();
            begin();
        }
        row++;
        text.write("<row r=\"" + row + "\">");
        for (String cell : cells) {
            if (numbers && NUMBER.matcher(cell).matches()) {
                text.write("<c><v>" + cell + "</v></c>");
                continue;
            }
            text.write("<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">");
            escaped(StringUtils.abbreviate(cell, "…", LONGEST));
            text.write("</t></is></c>");
        }
        text.write("</row>");
    }

    @Override
    public void close() throws IOException {
        end();
        part("xl/styles.xml", STYLES);
        var types = new StringBuilder();
        var names = new StringBuilder();
        var links = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            types.append(override("/xl/worksheets/sheet" + sheet + ".xml", "worksheet+xml"));
            names.append("<sheet name=\"").append(name).append(sheet == 1 ? "" : " " + sheet);
            names.append("\" sheetId=\"")
                    .append(sheet)
                    .append("\" r:id=\"rId")
                    .append(sheet)
                    .append("\"/>");
            links.append(link("rId" + sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
        }
        part(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATED + "\"><sheets>" + names
                        + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", links(links + link("rIdStyles", "styles", "styles.xml")));
        part("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml")));
        part(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml") + override("/xl/styles.xml", "styles+xml")
                        + types + "</Types>");
        zip.finish();
        zip.flush();
    }

    private void begin() throws IOException {
        sheets++;
        row = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        text.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetData>");
        line(header);
    }

    private void end() throws IOException {
        text.write("</sheetData></worksheet>");
        text.flush();
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text.write(content);
        text.flush();
        zip.closeEntry();
    }

    /** What XML 1.0 does not have, such as control characters, becomes a space. */
    private void escaped(String cell) throws IOException {
        for (int at = 0; at < cell.length(); ) {
            int character = cell.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '&' -> text.write("&amp;");
                case '<' -> text.write("&lt;");
                case '>' -> text.write("&gt;");
                case '\n', '\t' -> text.write(character);
                default -> text.write(isXml(character) ? Character.toString(character) : " ");
            }
        }
    }

    private static boolean isXml(int character) {
        return character >= 0x20 && (character < 0xD800 || character > 0xDFFF) && (character & 0xFFFE) != 0xFFFE;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String link(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATED + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String links(String links) {
        return XML + "<Relationships xmlns=\"" + PARTS + "\">" + links + "</Relationships>";
    }
}
