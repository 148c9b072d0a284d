package io.redress.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * How a run is to be. System properties: {@code redress.chaos.minutes} for each mode, {@code redress.chaos.seed}, and
 * {@code redress.chaos.rush}, the complaints sent at once before each kill.
 *
 * @param external whether broker and database are servers of their own
 * @param run how long complaints are sent and faults made
 * @param rush complaints that are sent as fast as the hub takes them while a kill comes near
 * @param speed of the hub's clock meanwhile
 * @param sabotage how the hub is broken; such a run ends without the due work
 */
record ChaosPlan(String name, boolean external, Duration run, int rush, int speed, long seed, Sabotage sabotage) {

    static ChaosPlan of(String name, boolean external, double minutes) {
        double asked = Double.parseDouble(System.getProperty("redress.chaos.minutes", String.valueOf(minutes)));
        long seed = Long.getLong("redress.chaos.seed", new Random().nextInt(1_000_000));
        return new ChaosPlan(
                name,
                external,
                Duration.ofMillis((long) (asked * 60_000)),
                Integer.getInteger("redress.chaos.rush", 150),
                480,
                seed,
                Sabotage.NONE);
    }

    ChaosPlan with(Sabotage other) {
        return new ChaosPlan(name, external, run, rush, speed, seed, other);
    }
}
