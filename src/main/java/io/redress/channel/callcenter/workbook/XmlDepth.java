package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.UnreadableFileException;

/** How deep a reader of a workbook's XML is in elements within elements. */
final class XmlDepth {

    private int levels;

    void enter() throws UnreadableFileException {
        if (++levels > RowLimits.XML_LEVELS) {
            throw new UnreadableFileException(
                    "the workbook's XML is nested deeper than " + RowLimits.XML_LEVELS + " levels",
                    "open it in a spreadsheet program, save it as .xlsx and send it again");
        }
    }

    void leave() {
        levels--;
    }
}
