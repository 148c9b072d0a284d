package io.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallableNumbersTest {

    private static final CallableNumbers OF_THE_SHOP =
            CallableNumbers.of("CN", List.of(), List.of("+86", "+852", "+44", "+49", "+1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+8613800138000",
                "+861012345678;ext=8001",
                "+85291234567",
                "+442079460123",
                "+447400123456",
                "+493012345678",
                "+12125550123",
                "8001",
                "55512345",
                "0571-8888 1234"
            })
    void ordinary_numbers_of_the_shop_s_countries_are_called(String phone) {
        assertThat(OF_THE_SHOP.include(phone)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "+449012345678, premium-rate in Britain",
        "+498001, no number",
        "+499001234567, premium-rate in Germany",
        "+19002345678, premium-rate in America",
        "+85290012345678, premium-rate in Hong Kong",
        "+8616812345, premium-rate in China",
        "+448431234567, shared-cost in Britain",
        "+491801234567, shared-cost in Germany",
        "+864001234567, shared-cost in China",
        "+447012345678, a personal number in Britain",
        "+447640123456, a pager",
        "+870773111632, Inmarsat",
        "+881612345678, Iridium",
        "+88216612345678, Thuraya",
        "+883510012345, a network of no country",
        "+979123456789, international premium-rate",
        "+80812345678, international shared-cost",
        "+37120123456, Latvia",
        "+25262123456, Somalia",
        "+18762345678, Jamaica",
        "+18092345678, the Dominican Republic",
        "+8616812345678, premium-rate in China with digits behind it",
        "00881612345678, Iridium as it is dialled",
        "16812345, premium-rate as it is dialled",
        "16812345678901, the same with digits behind it",
        "110, the police",
        "119, the fire brigade",
        "120, an ambulance",
    })
    void costly_far_and_emergency_numbers_are_not_called(String phone, String why) {
        assertThat(OF_THE_SHOP.include(phone)).as(why).isFalse();
    }

    @Test
    void the_countries_of_the_setting_take_the_place_of_those_that_are_derived() {
        var numbers = CallableNumbers.of("CN", List.of("DE"), List.of("+86"));
        assertThat(numbers.include("+493012345678")).isTrue();
        assertThat(numbers.include("+8613800138000")).isFalse();
    }

    @Test
    void without_a_setting_they_are_home_and_where_customers_are_known_to_be() {
        assertThat(OF_THE_SHOP.regions()).containsExactlyInAnyOrder("CN", "HK", "GB", "DE", "US");
        assertThat(CallableNumbers.of("CN", List.of(), Set.of()).regions()).containsExactly("CN");
        assertThat(CallableNumbers.of("CN", List.of(), Set.of("+1808", "+800", "+881", "+999"))
                        .regions())
                .containsExactlyInAnyOrder("CN", "US");
    }
}
