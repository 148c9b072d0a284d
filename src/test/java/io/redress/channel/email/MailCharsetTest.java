package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.charset.TextCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is declared and decodes is believed; only a long text that plainly is something else overrules it. */
class MailCharsetTest {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String TRADITIONAL =
            "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林鄭謝羅梁宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋方白鄒孟熊秦邱江尹薛段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯";

    @ParameterizedTest
    @CsvSource({"GBK, gb2312", "GBK, GBK", "GB18030, gb18030", "Big5, big5"})
    void every_short_name_is_read_as_declared(String charset, String declared) {
        Charset bytes = Charset.forName(charset);
        boolean big5 = charset.equals("Big5");
        List<String> garbled = new ArrayList<>();
        String surnames = big5 ? TRADITIONAL : SURNAMES;
        String given = everyCharacter(bytes, big5);
        for (int i = 0; i < given.length(); i++) {
            char surname = surnames.charAt(i % surnames.length());
            for (String name : List.of(
                    "" + surname + given.charAt(i),
                    "" + surname + given.charAt(i) + given.charAt((i * 7 + 3) % given.length()))) {
                String header = "From: " + name + " <c@example.com>";
                if (!TextCharset.decode(header.getBytes(bytes), declared).equals(header)) {
                    garbled.add(name);
                }
            }
        }
        assertThat(garbled).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EUC-KR, ks_c_5601-1987, 배송이 늦었습니다",
        "x-windows-949, euc-kr, 똠방각하 펲시콜라",
        "Shift_JIS, shift_jis, 冷蔵庫が壊れています",
        "windows-31j, Shift_JIS, ㈱テスト①髙橋",
        "EUC-JP, euc-jp, 返金してください",
        "ISO-2022-JP, iso-2022-jp, 返金してください",
        "ISO-2022-KR, iso-2022-kr, 배송이 늦었습니다",
        "KOI8-R, koi8-r, Холодильник не работает совсем",
        "windows-1251, windows-1251, Холодильник не работает совсем",
        "ISO-8859-1, iso-8859-1, Le réfrigérateur est cassé",
        "windows-1252, windows-1252, Die Kühlschranktür schließt nicht – sofort!",
        "UTF-16LE, utf-16le, 冰箱不制冷",
        "UTF-16BE, UTF-16BE, The fridge 冰箱 is broken",
        "GB18030, gb18030, おまけ没有收到",
        "GB18030, gb2312, ────────── 原始邮件 ──────────",
        "GBK, gb2312, 鄭偉的冰箱",
        "Big5, big5, 冰箱壞了",
        "UTF-8, gb2312, 收到的杯子碎了，请尽快处理",
        "UTF-8, big5, 收到的杯子碎了",
        "UTF-8, iso-8859-1, 收到的杯子碎了",
        "UTF-8, us-ascii, Le réfrigérateur est cassé",
        "GBK, iso-8859-1, 收到的杯子碎了，请尽快处理",
        "Big5, gb2312, 收到的商品有瑕疵，請盡快幫我處理退款，謝謝你們的幫忙",
        "GBK, big5, 收到的商品有瑕疵，请尽快帮我处理退款，谢谢你们的帮忙",
        "US-ASCII, utf-16, The toaster burns everything",
        "US-ASCII, no-such-charset, The toaster burns everything",
    })
    void a_text_is_read_right(String bytes, String declared, String text) {
        assertThat(TextCharset.decode(text.getBytes(Charset.forName(bytes)), declared))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-7, +UbB7sU4NUjZRt/8M-, 冰箱不制冷，",
        "UTF-7, Hi Mom -+Jjo--!, Hi Mom -☺-!",
        "utf-7, 1 +- 1 = 2, 1 + 1 = 2",
        "hz-gb-2312, '~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.', '己所不欲，勿施於人。Bye.'",
        "hz-gb-2312, 100 ~~ 200, 100 ~ 200",
    })
    void text_that_shifts_between_alphabets_is_read(String declared, String bytes, String text) {
        assertThat(TextCharset.decode(bytes.getBytes(StandardCharsets.US_ASCII), declared))
                .isEqualTo(text);
    }

    /** The ideographs of GB 2312, or of Big5. */
    private static String everyCharacter(Charset charset, boolean big5) {
        var all = new StringBuilder();
        for (int lead = big5 ? 0xA4 : 0xB0; lead <= (big5 ? 0xF9 : 0xF7); lead++) {
            for (int trail = big5 ? 0x40 : 0xA1; trail <= 0xFE; trail++) {
                String character = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                boolean han = character.length() == 1
                        && Character.isIdeographic(character.charAt(0))
                        && character.charAt(0) >= 0x4E00;
                all.append(han ? character : "");
            }
        }
        return all.toString();
    }
}
