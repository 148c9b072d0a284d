package io.redress.channel.callcenter.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Parts of a workbook that Excel saved as <i>Strict Open XML</i> (ISO/IEC 29500-1) under the names of the usual kind
 * (ISO/IEC 29500-4), the only ones that POI knows.
 */
final class StrictOpenXmlNames {

    private static final Pattern STRICT = Pattern.compile("http://purl\\.oclc\\.org/ooxml/([A-Za-z]{1,40})/");
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/$1/2006/";

    /** Bytes of a part within which its names are declared. */
    private static final int HEAD = 16 * 1024;

    private StrictOpenXmlNames() {}

    /** @param names whether it may have names in every line, as a part that lists others has */
    static InputStream replaced(InputStream part, boolean names) throws IOException {
        byte[] head = names ? part.readAllBytes() : part.readNBytes(HEAD);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        var strict = STRICT.matcher(text);
        byte[] usual = strict.find() ? strict.replaceAll(TRANSITIONAL).getBytes(StandardCharsets.ISO_8859_1) : head;
        var start = new ByteArrayInputStream(usual);
        return head.length < HEAD || names ? closing(start, part) : new SequenceInputStream(start, part);
    }

    private static InputStream closing(InputStream start, InputStream part) throws IOException {
        part.close();
        return start;
    }
}
