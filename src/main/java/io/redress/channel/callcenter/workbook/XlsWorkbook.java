package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * An open workbook of Excel 97 to 2003 (.xls), of which one sheet is read: record by record, with its shared texts on disk, where
 * POI's own readers keep them in memory.
 */
public final class XlsWorkbook implements Closeable {

    /** Bytes of a file: its directory and its formats are in memory. The format holds 65,536 rows a sheet. */
    private static final long LARGEST = 64 << 20;

    private static final int MOST_SHEETS = 1_000;
    private static final String STREAM = "Workbook";

    private final POIFSFileSystem file;
    private final DiskTextStore texts;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Short> styles = new ArrayList<>();
    private boolean since1904;

    private XlsWorkbook(POIFSFileSystem file, Path folder) throws IOException {
        this.file = file;
        this.texts = new DiskTextStore(folder);
    }

    /** Opens a sheet; the parameters as {@link XlsxWorkbook#open} has them. */
    public static TableRows open(Path path, String sheet, int skipRows, Path folder)
            throws UnreadableFileException, IOException {
        if (Files.size(path) > LARGEST) {
            throw new UnreadableFileException(
                    "it is an old workbook (.xls) of more than " + LARGEST + " bytes", "save it as .xlsx");
        }
        POIFSFileSystem file;
        try {
            file = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        var book = new XlsWorkbook(file, folder);
        try {
            if (!file.getRoot().hasEntryCaseInsensitive(STREAM)) {
                throw new UnreadableFileException(
                        "it is no workbook of Excel 97 or later (.xls, .xlsx), or one with a password",
                        "save it as .xlsx without password, or as CSV");
            }
            book.globals();
            return book.rows(sheet, skipRows);
        } catch (UnreadableFileException e) {
            book.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw damaged(e);
        }
    }

    static UnreadableFileException damaged(Exception cause) {
        return new UnreadableFileException(
                "it is an old workbook (.xls) that is damaged (" + RowLimits.shown(String.valueOf(cause.getMessage()))
                        + ")",
                "open it in a spreadsheet program, save it as .xlsx and send it again",
                cause);
    }

    RecordInputStream recordsAt(int position) throws IOException {
        var stream = file.createDocumentInputStream(STREAM);
        if (stream.skip(position) != position) {
            throw new IOException("a sheet is missing");
        }
        return new RecordInputStream(stream);
    }

    String text(int index) throws IOException {
        return texts.get(index);
    }

    /** A number as its cell shows it, by the cell's style. */
    String shown(double value, int style) {
        int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String builtin = BuiltinFormats.getBuiltinFormat(format);
        String pattern = formats.getOrDefault(format, builtin == null ? "General" : builtin);
        return new CellText(since1904).formatRawCellContents(value, format, pattern);
    }

    @Override
    public void close() throws IOException {
        texts.close();
        file.close();
    }

    /** What stands before the first sheet. */
    private void globals() throws IOException, UnreadableFileException {
        RecordInputStream records = recordsAt(0);
        while (records.hasNextRecord()) {
            records.nextRecord();
            switch (records.getSid()) {
                case BOFRecord.sid -> {
                    if (new BOFRecord(records).getVersion() != BOFRecord.VERSION) {
                        throw new UnreadableFileException(
                                "it is a workbook of before Excel 97", "save it as .xlsx or CSV");
                    }
                }
                case FilePassRecord.sid ->
                    throw new UnreadableFileException(
                            "it is a workbook with a password", "save it as .xlsx without password, or as CSV");
                case BoundSheetRecord.sid -> {
                    sheets.add(new BoundSheetRecord(records));
                    if (sheets.size() > MOST_SHEETS) {
                        throw new UnreadableFileException("it has more than " + MOST_SHEETS + " sheets", "split it");
                    }
                }
                case DateWindow1904Record.sid -> since1904 = new DateWindow1904Record(records).getWindowing() == 1;
                case FormatRecord.sid -> {
                    var format = new FormatRecord(records);
                    formats.put(format.getIndexCode(), format.getFormatString());
                }
                case ExtendedFormatRecord.sid -> styles.add(new ExtendedFormatRecord(records).getFormatIndex());
                case SSTRecord.sid -> texts(records);
                case EOFRecord.sid -> {
                    return;
                }
                default -> records.readRemainder();
            }
            records.readRemainder();
        }
    }

    private void texts(RecordInputStream records) throws IOException {
        records.readInt();
        int count = records.readInt();
        for (int i = 0; i < count && (records.remaining() > 0 || records.getNextSid() == ContinueRecord.sid); i++) {
            texts.add(new UnicodeString(records).getString());
        }
        texts.finish();
    }

    private TableRows rows(String wanted, int skipRows) throws UnreadableFileException, IOException {
        List<String> all = sheets.stream().map(BoundSheetRecord::getSheetname).toList();
        List<String> visible = sheets.stream()
                .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
                .map(BoundSheetRecord::getSheetname)
                .toList();
        String name = new XlsxWorkbookPart(since1904, visible, all).sheet(wanted);
        return new XlsSheetRows(this, name, sheets.get(all.indexOf(name)).getPositionOfBof(), skipRows);
    }
}
