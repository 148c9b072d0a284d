package io.redress.channel.callcenter;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** The shared texts of a workbook, on disk: a million of them take 8 MB of memory. */
final class SharedTexts implements SharedStrings, Closeable {

    private final Path file;
    private final RandomAccessFile texts;
    private long[] starts = new long[1024];
    private int count;

    SharedTexts(InputStream xml, Path folder) throws IOException, XMLStreamException, UnreadableFile {
        this.file = Files.createTempFile(folder, "shared-texts", ".tmp");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024))) {
            write(XMLHelper.newXMLInputFactory().createXMLStreamReader(xml), out);
        } catch (IOException | XMLStreamException | UnreadableFile | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        this.texts = new RandomAccessFile(file.toFile(), "r");
    }

    @Override
    public RichTextString getItemAt(int index) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("shared text " + index + " of " + count);
        }
        try {
            texts.seek(starts[index]);
            byte[] bytes = new byte[(int) (starts[index + 1] - starts[index])];
            texts.readFully(bytes);
            return new XSSFRichTextString(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getCount() {
        return count;
    }

    @Override
    public int getUniqueCount() {
        return count;
    }

    @Override
    public void close() throws IOException {
        texts.close();
        Files.deleteIfExists(file);
    }

    private void write(XMLStreamReader xml, DataOutputStream out)
            throws IOException, XMLStreamException, UnreadableFile {
        var text = new StringBuilder();
        long end = 0;
        boolean inText = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += name.equals("rPh") ? 1 : 0;
                inText = name.equals("t") && phonetic == 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic -= name.equals("rPh") ? 1 : 0;
                inText = false;
                if (name.equals("si")) {
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    out.write(bytes);
                    end += bytes.length;
                    add(end);
                    text.setLength(0);
                }
            } else if (inText && xml.hasText() && text.length() < Limits.ROW) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    private void add(long end) throws UnreadableFile {
        if (count >= Limits.SHARED_TEXTS) {
            throw new UnreadableFile("the workbook has more than " + count + " different texts", "split it");
        }
        count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count] = end;
    }
}
