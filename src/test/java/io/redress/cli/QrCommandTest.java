package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.redress.cli.qr.QrCode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrCommandTest {

    private static final String ADDRESS =
            "https://help.example.com/hub/forms/complaint-form?store=%E5%8D%97%E4%BA%AC%E8%B7%AF";

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("redress.public-url");
        System.clearProperty("redress.web-form.stores");
    }

    @Test
    void a_code_leads_to_the_forms_page_with_its_store_set() throws Exception {
        System.setProperty("redress.public-url", "https://help.example.com/hub/");
        Path png = folder.resolve("counter.png");
        Path svg = folder.resolve("counter.svg");

        CommandRun run = CommandRun.of(
                "qr", "complaint-form", "--store", "南京路", "--png", png.toString(), "--svg", svg.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).containsExactly(ADDRESS);
        assertThat(scanned(ImageIO.read(png.toFile()))).isEqualTo(ADDRESS);
        assertThat(scanned(drawn(Files.readString(svg)))).isEqualTo(ADDRESS);
    }

    @Test
    void on_a_terminal_it_can_be_scanned_as_it_stands() throws Exception {
        System.setProperty("redress.public-url", "https://help.example.com");

        CommandRun run = CommandRun.of("qr", "complaint-form");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).last().isEqualTo("https://help.example.com/forms/complaint-form");
        assertThat(scanned(shown(run.out()))).isEqualTo("https://help.example.com/forms/complaint-form");
    }

    @Test
    void a_form_that_is_not_there_a_channel_that_is_no_form_and_an_unknown_store_are_told() {
        System.setProperty("redress.web-form.stores", "Nanjing Road,Xinyi");

        assertThat(CommandRun.of("qr", "complaint-from"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err() + run.out()).contains("did you mean 'complaint-form'"));
        assertThat(CommandRun.of("qr", "wecom"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("is not a web form"));
        assertThat(CommandRun.of("qr", "complaint-form", "--store", "Xiniy"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("There is no store 'Xiniy'", "Xinyi"));
    }

    @Test
    void a_hub_that_phones_cannot_reach_is_told() {
        CommandRun run = CommandRun.of("qr", "complaint-form");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("No phone can open http://localhost:8080", "redress.public-url");
    }

    @Test
    void an_address_that_no_code_can_hold_is_refused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String scanned(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }

    private static BufferedImage drawn(String svg) {
        var side = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(side.find()).isTrue();
        BufferedImage image = white(Integer.parseInt(side.group(1)));
        var module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            dark(image, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
        }
        return image;
    }

    private static BufferedImage shown(String text) {
        var rows = text.lines()
                .filter(line -> line.startsWith("\u001b[30;107m"))
                .map(line -> line.replace("\u001b[30;107m", "").replace("\u001b[0m", ""))
                .toList();
        BufferedImage image = white(rows.get(0).length());
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).length(); x++) {
                char sign = rows.get(y).charAt(x);
                if (sign == '█' || sign == '▀') {
                    dark(image, x, 2 * y);
                }
                if (sign == '█' || sign == '▄') {
                    dark(image, x, 2 * y + 1);
                }
            }
        }
        return image;
    }

    private static BufferedImage white(int side) {
        var image = new BufferedImage(side * 4, side * 4, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side * 4; x++) {
            for (int y = 0; y < side * 4; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        return image;
    }

    private static void dark(BufferedImage image, int x, int y) {
        for (int dx = 0; dx < 4; dx++) {
            for (int dy = 0; dy < 4; dy++) {
                image.setRGB(x * 4 + dx, y * 4 + dy, 0);
            }
        }
    }
}
