package io.redress.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file put together by hand (ECMA-376, part 2), so that any part of it may be wrong. */
final class Xlsx {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Xlsx() {
        part(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet")
                        + type("sharedStrings", "sharedStrings") + type("styles", "styles") + "</Types>");
        part("_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml")));
        part(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Calls\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relationships(relationship(1, "worksheet", "worksheets/sheet1.xml")
                        + relationship(2, "sharedStrings", "sharedStrings.xml")
                        + relationship(3, "styles", "styles.xml")));
        sheet(rows("<row><c t=\"inlineStr\"><is><t>电话</t></is></c><c t=\"inlineStr\"><is><t>投诉内容</t></is></c></row>"));
        sharedStrings(
                (HEAD + "<sst xmlns=\"" + MAIN + "\"><si><t>shared</t></si></sst>").getBytes(StandardCharsets.UTF_8));
        styles((HEAD + "<styleSheet xmlns=\"" + MAIN + "\"/>").getBytes(StandardCharsets.UTF_8));
    }

    /** The XML of a sheet with these rows. */
    static byte[] rows(String rows) {
        return (HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    Xlsx sheet(byte[] xml) {
        return part("xl/worksheets/sheet1.xml", xml);
    }

    Xlsx sharedStrings(byte[] xml) {
        return part("xl/sharedStrings.xml", xml);
    }

    Xlsx styles(byte[] xml) {
        return part("xl/styles.xml", xml);
    }

    Xlsx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void part(String name, String xml) {
        part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relationships(String all) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relationship(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
