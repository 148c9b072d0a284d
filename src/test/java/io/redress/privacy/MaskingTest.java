package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13800138000|138****8000",
                "我的电话13800138000请回电|我的电话138****8000请回电",
                "電話：19912345678，謝謝|電話：199****5678，謝謝",
                "Call me on 13800138000.|Call me on 138****8000.",
                "138 0013 8000|138 **** 8000",
                "138-0013-8000|138-****-8000",
                "138－0013－8000|138－****－8000",
                "１３８００１３８０００|１３８****８０００",
                "+86 138 0013 8000|+86 138 **** 8000",
                "+8613800138000|+86138****8000",
                "008613800138000|0086138****8000",
                "86-13800138000|86-138****8000",
                "(+86)13800138000|(+86)138****8000",
                "tel13800138000|tel138****8000",
                "Tel: 13800138000|Tel: 138****8000",
                "010-62345678|010-****5678",
                "(0755) 26718888|(0755) ****8888",
                "01062345678|010****5678",
                "+852 9123 4567|+852 **** 4567",
                "+1 650-253-0000|+1 650-***-0000",
                "+442079460958|+44207***0958",
                "13800138000 13900139000|138****8000 139****9000",
                "13800138000/13900139000|138****8000/139****9000",
                "13800138000@139.com|138****8000@139.com",
                "{\"phone\":\"13800138000\"}|{\"phone\":\"138****8000\"}",
                "微信同号：１５９　１２３４　５６７８|微信同号：１５９　****　５６７８"
            })
    void a_phone_number_keeps_its_beginning_and_its_last_four_digits(String text, String masked) {
        assertThat(Masking.all().mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11010519491231002X|**************002X",
                "11010519491231002x|**************002x",
                "440524188001010014|440524188001010014", // nobody born in 1880 is alive
                "440524198001010013|**************0013",
                "身份证号440524198001010013要发票|身份证号**************0013要发票",
                "身分證440524198001010013，謝謝|身分證**************0013，謝謝",
                "My ID is 440524198001010013, thanks|My ID is **************0013, thanks",
                "440524 19800101 0013|****** ******** 0013",
                "440524-19800101-0013|******-********-0013",
                "４４０５２４１９８００１０１００１３|**************００１３",
                "１１０１０５１９４９１２３１００２Ｘ|**************００２Ｘ",
                "订单上写了440524198001010013|订单上写了**************0013",
                "身份证_440524198001010013_正面.jpg|身份证_**************0013_正面.jpg",
                "id440524198001010013|id**************0013",
                "130503670401001|***********1001",
                "旧身份证130503670401001号|旧身份证***********1001号"
            })
    void an_identity_number_keeps_its_last_four_characters(String text, String masked) {
        assertThat(Masking.all().mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4111111111111111|************1111",
                "4111 1111 1111 1111|**** **** **** 1111",
                "4111-1111-1111-1111|****-****-****-1111",
                "４１１１　１１１１　１１１１　１１１１|****　****　****　１１１１",
                "退款到卡号6222021234567890128谢谢|退款到卡号***************0128谢谢",
                "退款到卡號 6222 0212 3456 7890 128，謝謝|退款到卡號 **** **** **** **** 128，謝謝",
                "my card is 5555555555554444|my card is ************4444",
                "2223003122003222|************3222",
                "378282246310005|***********0005",
                "3782 822463 10005|**** ****** *0005",
                "3530111333300000|************0000",
                "30569309025904|**********5904",
                "6011111111111117|************1117",
                "6200000000000005|************0005",
                "卡号4222222222222|卡号*********2222",
                "visa4111111111111111|visa************1111"
            })
    void a_bank_card_keeps_its_last_four_digits(String text, String masked) {
        String expected = masked.replace("**** **** **** **** 128", "**** **** **** ***0 128");
        assertThat(Masking.all().mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-260701-7K9Q2M",
                "R-261122-138001",
                "20240517000123",
                "订单号 20240517000123",
                "订单号4111111111111111",
                "訂單編號：13800138000",
                "order 4111111111111111 is late",
                "Order no. 13912345678",
                "运单号 6200000000000005",
                "tracking 4111111111111111",
                "SF1234567890123",
                "JD0013800138000",
                "YT8612345678901",
                "2026-07-01",
                "2026-07-01 12:30:45",
                "2026-07-01T12:30:45.123Z",
                "20260701123045",
                "1751342400000",
                "6901234567892",
                "4006381333931",
                "4006209600",
                "400-620-9600",
                "12315",
                "¥13800138000",
                "13800138000元",
                "13800138000.50",
                "1234.56",
                "192.168.100.200",
                "139.155.41.120",
                "0197c0de-0000-7000-8000-000000000001",
                "01a200f2-16fa-7f14-bdce-f753e0b72a51",
                "IMG_20260701_123456.jpg",
                "mmexport1625212345678.jpg",
                "4111111111111112",
                "1380013800",
                "23800138000",
                "440524198001010014",
                "990524198001010013",
                "440524198013010013",
                "138****8000",
                "**** **** **** 1111",
                "9787115428028",
                "3f1c9a4111111111111111b2",
                "ABC-4111-1111-1111-1111",
                "1234567890123456789"
            })
    void other_numbers_stay(String text) {
        assertThat(Masking.all().mask(text)).isEqualTo(text);
    }

    @Test
    void each_line_is_looked_at_by_itself() {
        String text = "姓名：张三\n电话：13800138000\r\n身份证：440524198001010013\n卡：4111 1111\n1111 1111\n订单：20240517000123\n";
        assertThat(Masking.all().mask(text))
                .isEqualTo(
                        "姓名：张三\n电话：138****8000\r\n身份证：**************0013\n卡：4111 1111\n1111 1111\n订单：20240517000123\n");
    }

    @Test
    void only_the_kinds_that_are_asked_for_are_masked() {
        String text = "电话13800138000，身份证440524198001010013，卡号4111111111111111";
        assertThat(new Masking(EnumSet.of(MaskedKind.BANK_CARD, MaskedKind.ID_CARD)).mask(text))
                .isEqualTo("电话13800138000，身份证**************0013，卡号************1111");
        assertThat(new Masking(Set.of()).mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"电话13800138000，身份证440524198001010013，卡号4111 1111 1111 1111", "+86 138 0013 8000 (0755) 26718888"
            })
    void masking_twice_is_masking_once(String text) {
        String once = Masking.all().mask(text);
        assertThat(Masking.all().mask(once)).isEqualTo(once);
    }

    @Test
    void a_long_text_of_digits_takes_no_long() {
        String text = "1 ".repeat(50_000) + "1380-".repeat(20_000) + "4111111111111111".repeat(10_000);
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> Masking.all().mask(text));
    }
}
