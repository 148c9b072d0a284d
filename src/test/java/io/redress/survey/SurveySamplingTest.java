package io.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveySamplingTest {

    private static final int TICKETS = 20_000;

    private final SurveySampling sampling = new SurveySampling(new byte[32]);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 20, 50, 99, 100})
    void as_many_are_drawn_as_the_rate_says(double percent) {
        double share = 100.0 * drawn(sampling, percent) / TICKETS;

        assertThat(share).isCloseTo(percent, within(percent == 0 || percent == 100 ? 0.0 : 1.2));
    }

    @Test
    void a_ticket_is_drawn_each_time_or_never() {
        var again = new SurveySampling(new byte[32]);

        assertThat(IntStream.range(0, 1_000).filter(i -> sampling.draws(number(i), 50) != again.draws(number(i), 50)))
                .isEmpty();
    }

    @Test
    void a_higher_rate_draws_the_same_and_more() {
        assertThat(IntStream.range(0, 1_000)
                        .filter(i -> sampling.draws(number(i), 20) && !sampling.draws(number(i), 30)))
                .isEmpty();
    }

    @Test
    void another_hub_draws_others() {
        byte[] other = new byte[32];
        other[0] = 1;

        long same = IntStream.range(0, TICKETS)
                .filter(i -> sampling.draws(number(i), 50) == new SurveySampling(other).draws(number(i), 50))
                .count();

        assertThat(100.0 * same / TICKETS).isCloseTo(50, within(2.0));
    }

    private static long drawn(SurveySampling sampling, double percent) {
        return IntStream.range(0, TICKETS)
                .filter(i -> sampling.draws(number(i), percent))
                .count();
    }

    private static String number(int i) {
        return "R-261122-%06d".formatted(i);
    }
}
