package io.redress.cli.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) of an address, with the quiet zone of four modules that scanners want. Level M: 15 % of it may be
 * dirty.
 */
public final class QrCode {

    private static final int QUIET = 4;
    private static final int PNG_SIDE = 1_000;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException when the address is too long for a code, beyond some 2,300 characters */
    public static QrCode of(String address) {
        try {
            var hints = Map.of(
                    EncodeHintType.MARGIN,
                    QUIET,
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8");
            return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address is too long for a QR code", e);
        }
    }

    /** For print: it has no size of its own, and each module is a square of one unit. */
    public String svg() {
        int side = modules.getWidth();
        var dark = new StringBuilder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (modules.get(x, y)) {
                    dark.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side
                + "H0z\"/><path d=\""
                + dark + "\"/></svg>\n";
    }

    /** About a thousand pixels a side, a whole number for each module. */
    public byte[] png() {
        int side = modules.getWidth();
        int scale = Math.max(1, PNG_SIDE / side);
        var image = new BufferedImage(side * scale, side * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side * scale; y++) {
            for (int x = 0; x < side * scale; x++) {
                image.setRGB(x, y, modules.get(x / scale, y / scale) ? 0 : WHITE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** For a terminal: two modules above one another in a character, dark on light whatever the terminal's colours. */
    public String text() {
        var text = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y += 2) {
            text.append("\u001b[30;107m"); // black on bright white
            for (int x = 0; x < modules.getWidth(); x++) {
                boolean upper = modules.get(x, y);
                boolean lower = y + 1 < modules.getHeight() && modules.get(x, y + 1);
                text.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            text.append("\u001b[0m\n");
        }
        return text.toString();
    }
}
