package io.redress.channel.callcenter.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of a sheet as text: dates as {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss} whatever the cell's own format,
 * for that depends on who looks at it; whole numbers with all their digits, never as 1.38E+10 and never grouped: an order number
 * is one whatever its column looks like. Excel keeps 15 digits: a longer number has lost its last ones, and stays in E-notation
 * so that nobody takes it for an id.
 */
final class CellText extends DataFormatter {

    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double DIGITS_KEPT = 1e15;
    private final boolean since1904;

    CellText(boolean since1904) {
        super(Locale.ROOT);
        this.since1904 = since1904;
    }

    @Override
    public String formatRawCellContents(double value, int formatIndex, String format) {
        if (CellFormat.isDate(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
            return time(value);
        }
        boolean whole = value == Math.rint(value) && !Double.isInfinite(value);
        if (whole && Math.abs(value) >= DIGITS_KEPT) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_UP));
            return rounded.unscaledValue().toString().charAt(0) + "E+" + (rounded.precision() - rounded.scale() - 1);
        }
        return whole && CellFormat.isPlain(format)
                ? BigDecimal.valueOf(value)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .toPlainString()
                : super.formatRawCellContents(value, formatIndex, format);
    }

    private String time(double value) {
        LocalDateTime time = DateUtil.getLocalDateTime(value, since1904, true);
        if (value < 1) {
            return time.toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIMES.format(time);
    }
}
